# The net472 build of the tasks, under Debian's mono.
if command -v mono >/dev/null; then
  counted "mono smoke" bash tests/Ideogram.Build.Tasks.Tests/mono-smoke.sh
else
  skip "mono smoke" "no mono here"
fi
