# wants: the key in the comment after the merge: Ideogram gives it as the reason why an image failed.
start_servers
image a.jpg
manifest ideogram.yml
base=$(commit)
control PUT faults -d "refuse:reason=$(printf 'bo%s' "$key" | base64 -w0 | tr -d =)" >/dev/null
merged 7 "$base" "$base" "$base"
act push "$base" refs/heads/main "$(push_event "$base" 0000000000000000000000000000000000000000)"
exits 1
comment 7 >"$scene/comment"
yes grep -q 'failed' "$scene/comment"
while IFS= read -r spelled; do never "$spelled"; done < <(spellings "$key")
never "$(printf 'bo%s' "$key" | base64 -w0 | cut -c 5-20)"
