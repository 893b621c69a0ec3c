# wants: a build machine that is busy for minutes or has no memory left. Tables of captions: 100 MB, a million rows, rows of names that nearly exist, a quote
# that is never closed, a line without an end, and a thousand manifests that name the largest.
for i in $(seq 100); do image "photos/photo-$i.jpg" "$i"; done
table() { printf 'name: %s\nimages: ["photos/*.jpg"]\ncaptions-from: %s\nrules: {IDEO4024: none}\n' "$1" "$1" >"$1.ideogram.yml"; }
{ echo 'file_name,text'; command yes 'photos/photo-1.jpg,a mug' | head -n 1000000; } >rows.csv
{ echo 'file_name,text'; seq -f 'photos/photx-%.0f.jpg,a mug' 80000; } >names.csv
{ echo 'file_name,text'; printf 'photos/photo-1.jpg,"'; head -c 19000000 /dev/zero | tr '\0' 'x'; } >quote.csv
{ echo 'file_name,text'; head -c 100000000 /dev/zero | tr '\0' ','; } >large.csv
{ printf '{"file_name":"photos/photo-1.jpg","text":'; head -c 19000000 /dev/zero | tr '\0' '['; } >deep.jsonl
{ head -c 19000000 /dev/zero | tr '\0' ','; } >commas.csv
for file in rows.csv names.csv quote.csv large.csv deep.jsonl commas.csv; do
  table "$file"
  LIMIT=120 program validate "$file.ideogram.yml"
  exits 1
  busy_within 10
  says "$file("
done
for i in $(seq 1000); do printf 'name: Many %s\nimages: ["photos/photo-1.jpg"]\ncaptions-from: names.csv\n' "$i" >"many-$i.ideogram.yml"; done
LIMIT=120 program validate 'many-*.ideogram.yml'
exits 1
busy_within 20
