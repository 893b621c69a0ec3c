# The last step of tool/action.yml as a Windows runner plays it.
if [ -x /usr/lib/wine/wine64 ]; then
  beside "tool/action.yml on Windows" bash tests/GitHub/windows.sh
else
  skip "tool/action.yml on Windows" "no wine64"
fi
