# wants: code of his in the user's .bashrc. The preview's draft had a name that can be guessed, and was opened through a link of that name; all process ids
# are linked.
start_servers
image a.jpg
manifest ideogram.yml
printf 'mine\n' >"$HOME/.bashrc"
python3 -c 'import os, sys
for i in range(1, 70000): os.symlink(sys.argv[1], f".ideogram-preview.html.{i}")' "$HOME/.bashrc"
program preview --api-url "$ideogram"
exits 0
same_as "$HOME/.bashrc" mine
yes [ -s ideogram-preview.html ]
