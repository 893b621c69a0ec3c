# wants: the GitHub token. The first page of the comments says that the next one is at the attacker's server.
start_servers
image a.jpg
manifest ideogram.yml
base=$(commit "A brand")
image b.jpg 2
head=$(commit "An edit")
pull_request 1 "$head" "$base"
for _ in $(seq 101); do control POST 'repos/acme/brand/pulls/1/comments?author=mallory' -d 'Hello' >/dev/null; done
control PUT faults -d "link:to=$elsewhere/next,route=github"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")"
exits 0
yes [ -n "$(comment 1)" ]
