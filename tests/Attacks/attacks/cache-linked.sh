# wants: files written and old ones deleted in a folder outside. The cache's folder lies in the repository (a CI that caches it), and is a link there.
image a.jpg
manifest ideogram.yml
mkdir -p cache "$HOME/victim"
printf 'mine\n' >"$HOME/victim/old.tmp"
touch -d '2001-01-01' "$HOME/victim/old.tmp"
touch -d '2001-01-01' a.jpg
ln -s "$HOME/victim" cache/ideogram-build
commit >/dev/null
ENVIRONMENT=("XDG_CACHE_HOME=$PWD/cache")
program validate
exits 0
yes [ "$(ls -A "$HOME/victim")" = old.tmp ]
same_as "$HOME/victim/old.tmp" mine
# The file of the cache itself as a link.
rm cache/ideogram-build
program validate
file=$(basename "$(find cache/ideogram-build -name '*.ideogram-cache')")
yes [ -n "$file" ]
printf 'mine\n' >"$HOME/notes"
ln -sf "$HOME/notes" "cache/ideogram-build/$file"
program validate
exits 0
same_as "$HOME/notes" mine
