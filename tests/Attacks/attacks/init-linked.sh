# wants: files of his choice written by "init": the folder of images, .github, workflows and the files themselves are links to places outside.
start_servers
mkdir -p "$HOME/victim" "$HOME/hooks"
image "../home/victim/a.jpg"
image photos/a.jpg 2
image sets/b.jpg 3
ln -s "$HOME/victim" linked
ln -s "$HOME/hooks" .github
ln -s "$HOME/new.yml" sets/ideogram.yml
commit >/dev/null
program init linked
exits 1
says IDEO1022
program init sets
exits 1
says IDEO4070
program init photos
says 'is behind a symbolic link'
rm .github
mkdir .github
ln -s "$HOME/hooks" .github/workflows
rm photos/ideogram.yml
program init photos
says 'is behind a symbolic link'
rm .github/workflows
mkdir .github/workflows
ln -s "$HOME/hooks/flow.yml" .github/workflows/ideogram.yml
rm photos/ideogram.yml
program init photos
unwritten "$HOME/victim/ideogram.yml"
unwritten "$HOME/new.yml"
yes [ -z "$(ls -A "$HOME/hooks")" ]
