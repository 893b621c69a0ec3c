# wants: a part of a file that stays in the repository. No file may grow (as on a full disk), so that each write fails.
image photos/a.jpg
(trap '' XFSZ; ulimit -f 0; DOTNET_EnableWriteXorExecute=0 "$PROGRAM" init photos 2>&1 </dev/null || echo "ends with $?.") | cat >"$scene/out" || true
: >"$scene/err"
says 'ends with 1.'
says ' error IDEO'
yes [ "$(find . -name '.ideogram-build-*' | wc -l)" = 0 ]
unwritten photos/ideogram.yml
