# wants: the GitHub token. The redirect has no scheme: "//host" is another server, and not a path.
start_servers
image a.jpg
manifest ideogram.yml
base=$(commit "A brand")
image b.jpg 2
head=$(commit "An edit")
pull_request 1 "$head" "$base"
control PUT faults -d "status:code=307,location=//${elsewhere#http://}/api/v3,route=github"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")" api-key=
exits 0
says IDEO6001
ENVIRONMENT=(GITHUB_API_URL="$github" GITHUB_REPOSITORY=acme/brand)
program doctor --api-url "$ideogram"
exits 0
says 'points to another server'
