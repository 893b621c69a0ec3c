# wants: a build machine that is busy for minutes. Two hundred manifests, each in a folder of the one before: all of them look at the same files, and each
# alone is harmless.
folder=.
names=()
for i in $(seq 200); do
  folder=$folder/n
  mkdir "$folder"
  { echo "name: Nested $i"; echo 'images:'; for j in $(seq 40); do echo "  - '**/*a*{a,b}*[a-z]*?$j.png'"; done; } >"$folder/ideogram.yml"
done
for i in $(seq 2000); do : >"$folder/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa$i.png"; done
LIMIT=120 program validate
exits 1
busy_within 20
says '200 datasets'
