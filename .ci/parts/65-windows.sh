# What a person on Windows does, with the program for Windows under wine; then Linux finds what Windows uploaded.
if [ -x /usr/lib/wine/wine64 ]; then
  if [ -e "$work/win-x64/ideogram-build.exe" ]; then export PROGRAM_FOR_WINDOWS=$work/win-x64/ideogram-build.exe; fi
  beside "Windows" bash tests/Windows/run.sh
else
  skip "Windows" "no wine64"
fi
