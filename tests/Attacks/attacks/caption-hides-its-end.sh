# wants: a training from words that nobody reviewed: they come after the 240 characters that the comment shows.
start_servers
image a.jpg
manifest ideogram.yml
base=$(commit)
image b.jpg 2
{ printf 'A lighthouse at dawn. %.0s' $(seq 60); printf 'EVIL-TRIGGER'; } >b.txt
head=$(commit)
pull_request 7 "$head" "$base"
act pull_request "$head" refs/pull/7/merge "$(pull_event 7 "$head" "$base")"
exits 0
comment 7 >"$scene/comment"
yes grep -qF '1,092 more characters' "$scene/comment"
yes grep -qF 'EVIL-TRIGGER' "$scene/comment"
yes grep -qF 'EVIL-TRIGGER' <(summary)
program preview
yes grep -qF 'EVIL-TRIGGER' ideogram-preview.html
