# wants: a log that nobody can read: a key of one letter, which is taken out of every word.
# waits: for the program's retries.
start_servers
image a.jpg
manifest ideogram.yml
base=$(commit)
act push "$base" refs/heads/main "$(push_event "$base" "$base")" api-key=k
exits 3
says 'fewer than 6 characters'
yes [ "$(grep -c 'fewer than 6 characters' "$scene/out")" = 1 ]
never 'o***'
never '::add-mask::k'
