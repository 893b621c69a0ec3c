#!/usr/bin/env bash
# The command line of the program for Windows, under wine: what a person on Windows does, with names, line ends and arguments as they are there. Then Linux
# finds everything
# where Windows left it. Ends with "N passed, N failed".
#
#   PROGRAM_FOR_WINDOWS    the program (default: it is published into a temporary folder)
#   PROGRAM, EMULATOR      the program for this machine and the stand-ins' assembly (default: they are built)
#   WINE                   how wine is called (default: where Debian puts it)
set -uo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
scene=$work/scene
result=$work/result
: >"$result"
mkdir -p "$scene"
trap 'leave; rm -rf "$work"' EXIT

if [ -z "${PROGRAM_FOR_WINDOWS:-}" ]; then
  dotnet publish "$top/action" --configuration Release --runtime win-x64 --output "$work/app" --artifacts-path "$work/artifacts" --verbosity quiet \
    -p:RunAnalyzers=false >"$work/publish" || { cat "$work/publish"; exit 1; }
  PROGRAM_FOR_WINDOWS=$work/app/ideogram-build.exe
fi
if [ -z "${PROGRAM:-}" ]; then
  dotnet build "$top/action" --verbosity quiet -p:RunAnalyzers=false >"$work/build" || { cat "$work/build"; exit 1; }
  PROGRAM=$top/action/bin/Debug/net10.0/ideogram-build
fi
if [ -z "${EMULATOR:-}" ]; then
  dotnet build "$top/src/Ideogram.Build.Emulator" --configuration Release --verbosity quiet -p:RunAnalyzers=false \
    >"$work/build" || { cat "$work/build"; exit 1; }
  EMULATOR=$top/src/Ideogram.Build.Emulator/bin/Release/net10.0/Ideogram.Build.Emulator.dll
fi
# shellcheck source=../Attacks/lib.sh
source "$top/tests/Attacks/lib.sh"
cd "$scene/workspace" || exit 1
start_servers

# Exit codes and output are the program's; wine says nothing of its own.
windows() {
  code=0
  env IDEOGRAM_API_KEY="$key" WINEDEBUG=-all WINEPREFIX="$work/wine" "${WINE:-/usr/lib/wine/wine64}" \
    "$PROGRAM_FOR_WINDOWS" "$@" >"$scene/out" 2>"$scene/err" </dev/null || code=$?
  cat "$scene/out" "$scene/err" >>"$scene/all"
}
passed=0 failed=0
# expect NAME EXIT TEXT: of the last run.
expect() {
  if [ "$code" = "$2" ] && cat "$scene/out" "$scene/err" | tr -d '\r' | grep -qF -- "$3"; then
    passed=$((passed + 1)); echo "ok      $1"
  else
    failed=$((failed + 1)); echo "FAILED  $1 (exit $code, wanted $2 and: $3)"; tail -n 5 "$scene/out" "$scene/err"
  fi
}
same() { if [ "$2" = "$3" ]; then passed=$((passed + 1)); echo "ok      $1"; else failed=$((failed + 1)); echo "FAILED  $1: $2 instead of $3"; fi; }

image photos/one.jpg 901
image photos/summer/two.jpg 902
printf 'A red\r\nmug\r\n' >photos/one.txt
windows init photos
expect "init writes a manifest" 0 'ideogram.yml'
printf 'name: Brand\r\nimages:\r\n  - "**/*.jpg"\r\n' >photos/ideogram.yml
windows validate
expect "a manifest with CR LF is sound" 0 '1 dataset, 2 images checked: 0 errors'
windows validate 'photos\ideogram.yml'
expect "an argument with a backslash" 0 '2 images checked: 0 errors'
windows validate 'photos\ideogram.yml' 'PHOTOS\IDEOGRAM.YML'
expect "a manifest that is named in two cases is one" 0 '1 dataset, 2 images checked: 0 errors'
windows validate "Z:${PWD//\//\\}\\photos\\ideogram.yml"
expect "an absolute path of Windows" 0 '2 images checked: 0 errors'
printf 'name: Brand\r\nimages:\r\n  - "**/*.jpg"\r\nnmae: x\r\n' >photos/bad.ideogram.yml
windows validate 'photos\bad.ideogram.yml'
expect "an error names file, line and column" 1 'photos/bad.ideogram.yml(4,1): error IDEO1010'
rm photos/bad.ideogram.yml
image con/con.jpg 903
printf 'name: Devices\nimages: ["*.jpg"]\n' >con/ideogram.yml
code=0
"$PROGRAM" validate con/ideogram.yml >"$scene/out" 2>"$scene/err" || code=$?
expect "a name that Windows reserves is a warning everywhere, at the file" 0 'con/con.jpg(1,1): warning IDEO4011'
rm -r con
long=photos/$(printf 'a%.0s' {1..120})/$(printf 'b%.0s' {1..120})
image "$long/three.jpg" 904
windows validate
expect "a path of more than 260 characters" 0 '3 images checked: 0 errors'
windows preview --api-url "$ideogram"
expect "preview writes its page" 0 'ideogram-preview.html'
same "the page is there" "$(head -c 15 ideogram-preview.html | tr A-Z a-z)" "<!doctype html>"
rm ideogram-preview.html
windows plan --api-url "$ideogram"
expect "plan says what an upload would do" 0 '3 new'
windows upload --api-url "$ideogram" --report 'out\report.json'
expect "upload" 0 '3 uploaded, 0 failed'
same "the report is there" "$(jq -r '.datasets | length' out/report.json)" 1
rm -r out
windows upload --api-url "$ideogram"
expect "a second upload finds everything there" 0 '0 uploaded, 0 failed, 3 unchanged'
program plan --check --api-url "$ideogram"
expect "Linux finds everything unchanged" 0 '3 unchanged'
same "the caption has one line end everywhere" "$(control GET datasets | jq -c '[.. | objects | .captions? // empty | .[].text]')" '["A red\nmug"]'
# What must not be printed is checked as for attacks.
always
same "nothing that may not be printed" "$(cat "$result")" ''
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
