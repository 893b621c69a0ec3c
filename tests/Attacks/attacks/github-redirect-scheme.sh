# wants: the GitHub token. The redirect leads to the same host and port with another scheme, as from https to http where anybody can listen.
start_servers
image a.jpg
manifest ideogram.yml
base=$(commit "A brand")
image b.jpg 2
head=$(commit "An edit")
pull_request 1 "$head" "$base"
control PUT faults -d "status:code=308,location=https://${ideogram#http://}/api/v3,route=github"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")" api-key=
exits 0
says IDEO6001
ENVIRONMENT=(GITHUB_API_URL="$github" GITHUB_REPOSITORY=acme/brand)
program doctor --api-url "$ideogram"
exits 0
says 'points to another server'
