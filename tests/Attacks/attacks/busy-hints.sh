# wants: a build machine that is busy for minutes with finding out what was meant: a thousand misspelt names and forty thousand captions without an image,
# among names as long as names may be.
long=$(printf 'a%.0s' $(seq 230))
for i in $(seq 20000); do : >"$long$i.png"; done
for i in $(seq 40000); do : >"image$i.jpg.txt"; done
image a.jpg
{ echo 'name: Busy'; echo 'images:'; echo '  - a.jpg'; for i in $(seq 998); do echo "  - 'bbb$long$i.png'"; done; echo "  - '**/*$long?*A.png'"; } >ideogram.yml
LIMIT=120 program validate
exits 1
busy_within 10
says 'error IDEO1026'
