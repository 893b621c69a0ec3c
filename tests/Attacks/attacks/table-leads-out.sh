# wants: to read a file of the machine as a caption or as an image, by a table: its path, its rows, and links on the way.
start_servers
echo 'file_name,text' >"$HOME/secret.csv"
echo "photos/a.jpg,$key" >>"$HOME/secret.csv"
image "../home/outside.jpg" 9
image photos/a.jpg 1
ln -s "$HOME/secret.csv" linked.csv
ln -s "$HOME" away
commit >/dev/null
for path in ../home/secret.csv "$HOME/secret.csv" linked.csv away/secret.csv .git/x.csv; do
  printf 'name: Brand\nimages: ["photos/*.jpg"]\ncaptions-from: "%s"\n' "$path" >ideogram.yml
  program plan --api-url "$ideogram"
  exits 1
  never "$key"
done
printf 'name: Brand\nimages: ["photos/*.jpg"]\ncaptions-from: rows.jsonl\n' >ideogram.yml
for row in ../../home/outside.jpg "$HOME/outside.jpg" away/outside.jpg '..\\outside.jpg' .git/HEAD 'photos/a.jpg\u0000'; do
  printf '{"file_name":"%s","text":"a mug"}\n' "$row" >rows.jsonl
  program plan --api-url "$ideogram"
  exits 1
  says 'rows.jsonl(1,14): error IDEO'
done
sent_nothing
