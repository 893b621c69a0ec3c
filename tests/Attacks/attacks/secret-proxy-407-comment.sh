# wants: the proxy's user and password where everybody reads: the pull request's comment, the summary, an annotation, the report.
# waits: for the program's retries.
start_servers
raw 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
image a.jpg
manifest ideogram.yml
base=$(commit)
image b.jpg 2
head=$(commit)
pull_request 7 "$head" "$base"
ENVIRONMENT=("HTTPS_PROXY=http://bob:hun%2Fter2@$raw")
act pull_request "$head" refs/pull/7/merge "$(pull_event 7 "$head" "$base")" api-url=https://ideogram.invalid
exits 3
says '::add-mask::hun/ter2'
comment 7 >"$scene/comment"
yes grep -q 407 "$scene/comment"
cat "$scene"/runner/temp/ideogram-build/*.json >>"$scene/all"
never bob
never hun/ter2
never hun%2Fter2
never hun%252Fter2
