# wants: an edit shown with another picture as "before". The base commit holds 'a\b.jpg' and a/b.jpg; the pull request renames the first.
start_servers
image a/b.jpg 1
image 'a\b.jpg' 2
manifest ideogram.yml
base=$(commit)
git mv -- 'a\b.jpg' c.jpg
head=$(commit)
pull_request 1 "$head" "$base"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")" health=false
exits 0
# Health would show both as a pair. a/b.jpg did not change, so its own row shows it as the base has it; the row of c.jpg has no picture of before.
no grep -qF ' → ' <(comment 1)
no grep -qE 'c\.jpg.*blob/[0-9a-f]{40}/a/b\.jpg|blob/[0-9a-f]{40}/a/b\.jpg.*c\.jpg' <(comment 1 | grep '^<tr>')
