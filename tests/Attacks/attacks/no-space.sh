# wants: a part of a file that stays in the repository. No file may grow (as on a full disk), so that each write fails.
image photos/a.jpg
code=0
(trap '' XFSZ; ulimit -f 0; "$PROGRAM" init photos 2>&1 </dev/null; echo "code $?") | cat >"$scene/out" || true
: >"$scene/err"
says 'code 1'
yes [ "$(find . -name '.ideogram-build-*' | wc -l)" = 0 ]
unwritten photos/ideogram.yml
