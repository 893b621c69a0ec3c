# wants: the user's .bashrc overwritten by a page of his. The repository holds ideogram-preview.html as a link to it, and a folder "out" that is a link to the
# home folder.
image a.jpg
manifest ideogram.yml
printf 'mine\n' >"$HOME/.bashrc"
ln -s "$HOME/.bashrc" ideogram-preview.html
ln -s "$HOME/new" dangling.html
ln -s "$HOME" out
commit >/dev/null
program preview
exits 2
says IDEO4060
program preview --output dangling.html
exits 2
program preview --output out/page.html
exits 2
says "'out' is a symbolic link"
program preview --output out/deep/er/page.html
exits 2
same_as "$HOME/.bashrc" mine
unwritten "$HOME/new"
unwritten "$HOME/page.html"
unwritten "$HOME/deep"
