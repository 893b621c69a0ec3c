# wants: a file of his choice written by "caption", and a bill: a caption's file is a link to a place outside, and so is the folder of an image.
start_servers
mkdir -p "$HOME/victim"
image "../home/victim/b.jpg" 2
image a.jpg
ln -s "$HOME/new.json" a.json
ln -s "$HOME/victim" linked
manifest ideogram.yml
printf 'name: Other\nimages: ["linked/b.jpg"]\n' >other.ideogram.yml
commit >/dev/null
program caption --yes --api-url "$ideogram" ideogram.yml
exits 1
says IDEO1022
program caption --yes --api-url "$ideogram" other.ideogram.yml
exits 1
says IDEO1022
unwritten "$HOME/new.json"
unwritten "$HOME/victim/b.json"
[ "$(control GET requests | jq '.counts.describe // 0')" = 0 ] || got_through "Ideogram was asked, which costs money"
