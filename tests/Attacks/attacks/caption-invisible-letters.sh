# wants: a training from words that nobody can see: tags spell an order to a language model, fillers and joiners stand between letters.
start_servers
image a.jpg
manifest ideogram.yml
base=$(commit)
image b.jpg 2
printf 'A cat\xf3\xa0\x81\xa9\xf3\xa0\x81\xa7 and \xe3\x85\xa4 a\xe2\x80\x8db \xe2\xa0\x80 \xef\xb8\x8f \xe2\x80\xae x' >b.txt
head=$(commit)
pull_request 7 "$head" "$base"
act pull_request "$head" refs/pull/7/merge "$(pull_event 7 "$head" "$base")"
exits 0
comment 7 >"$scene/comment"
summary >"$scene/summary"
program preview
for view in "$scene/comment" "$scene/summary" ideogram-preview.html; do
  yes grep -qF '\udb40' "$view"
  yes grep -qF '\u3164' "$view"
  yes grep -qF 'a\u200db' "$view"
  for bytes in '\xf3\xa0\x81' '\xe3\x85\xa4' '\xe2\x80\x8d' '\xe2\xa0\x80' '\xe2\x80\xae'; do no grep -qF "$(printf "$bytes")" "$view"; done
done
