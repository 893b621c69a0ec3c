# wants: a build machine that is busy for minutes. Nine hundred excludes of a hundred stars, held against long names that nearly match.
long=$(printf 'a%.0s' $(seq 230))
stars=$(printf '*a%.0s' $(seq 110))
for i in $(seq 10000); do : >"$long$i.png"; done
{ echo 'name: Busy'; echo 'images:'; echo '  - "*.png"'; for i in $(seq 900); do echo "  - '!$stars{$i,?}[b-c]?.png'"; done; } >ideogram.yml
LIMIT=120 program validate
exits 1
busy_within 10
says 'error IDEO1030'
