# What a person on Windows does, with the program for Windows under wine; then Linux finds what Windows uploaded.
install wine64 || true
if [ -x /usr/lib/wine/wine64 ]; then
  if check "the program for win-x64" publish win-x64 win-x64; then export PROGRAM_FOR_WINDOWS=$work/win-x64/ideogram-build.exe; fi
  counted "Windows" bash tests/Windows/run.sh
else
  skip "Windows" "no wine64"
fi
