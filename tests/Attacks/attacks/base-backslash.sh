# wants: an edit shown with another picture as "before". The base commit holds 'a\b.jpg' and a/b.jpg; the pull request renames the first.
# Without health, which would show a/b.jpg as itself.
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
no grep -qF "$base/a/b.jpg" <(comment 1)
