# wants: a manifest of his in a folder outside. Without git the folder of images is a link below the current folder.
mkdir -p "$HOME/victim"
image "../home/victim/a.jpg"
ln -s "$HOME/victim" linked
program init linked
exits 2
says IDEO4060
unwritten "$HOME/victim/ideogram.yml"
