# wants: a program called git of the repository run, through a PATH that names the current folder in one of its spellings.
image a.jpg
manifest ideogram.yml
commit >/dev/null
for place in git bin/git sub/bin/git; do trap_file "$place"; done
for path in . '' ./bin bin "$scene/workspace" "$scene/workspace/" "$scene/workspace/bin" "$scene/workspace/../workspace/sub/bin" "$scene//workspace/bin"; do
  ENVIRONMENT=(PATH="$path:$PATH")
  look
  exits 0
  never 'git does not'
done
unwritten "$scene/ran"
