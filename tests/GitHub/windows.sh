#!/usr/bin/env bash
# The last step of tool/action.yml as a Windows runner plays it: the program for Windows, under wine, with the variables that the step names and paths as
# Windows writes
# them. Ends with "N passed, N failed".
#
#   PROGRAM_FOR_WINDOWS    the program (default: it is published into a temporary folder)
#   EMULATOR               the stand-ins' assembly (default: it is built)
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
if [ -z "${EMULATOR:-}" ]; then
  dotnet build "$top/src/Ideogram.Build.Emulator" --configuration Release --verbosity quiet -p:RunAnalyzers=false \
    >"$work/build" || { cat "$work/build"; exit 1; }
  EMULATOR=$top/src/Ideogram.Build.Emulator/bin/Release/net10.0/Ideogram.Build.Emulator.dll
fi
# shellcheck source=../Attacks/lib.sh
source "$top/tests/Attacks/lib.sh"

cd "$scene/workspace" || exit 1
image brand/a.jpg 901
image brand/b.jpg 902
manifest brand/ideogram.yml
sha=$(commit "A brand")
start_servers
push_event "$sha" "$(printf '0%.0s' {1..40})" >"$scene/runner/workflow/event.json"
: >"$scene/runner/output"

windows() { printf 'Z:%s' "${1//\//\\}"; }
declare -A inputs=([api-key]=$key [github-token]=$token [api-url]=$ideogram
  [manifests]=brand/ideogram.yml [working-directory]=. [comment-author]='github-actions[bot]')
variables=()
while IFS=' ' read -r name input; do
  variables+=("$name=${inputs[$input]:-}")
done < <(sed -nE 's/^ +(INPUT_[A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}$/\1 \2/p' "$top/tool/action.yml")
act_on_windows() {
  env -u IDEOGRAM_API_KEY -u GITHUB_TOKEN "${variables[@]}" WINEDEBUG=-all WINEPREFIX="$work/wine" \
    CI=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME=push GITHUB_REPOSITORY=acme/brand \
    GITHUB_SHA="$sha" GITHUB_REF=refs/heads/main GITHUB_SERVER_URL="$ideogram" GITHUB_API_URL="$github" GITHUB_RUN_ID=42 GITHUB_ACTION=tool \
    GITHUB_EVENT_PATH="$(windows "$scene/runner/workflow/event.json")" GITHUB_WORKSPACE="$(windows "$scene/workspace")" \
    GITHUB_OUTPUT="$(windows "$scene/runner/output")" \
    GITHUB_STEP_SUMMARY="$(windows "$scene/runner/summary")" RUNNER_TEMP="$(windows "$scene/runner/temp")" \
    "${WINE:-/usr/lib/wine/wine64}" "$PROGRAM_FOR_WINDOWS" action >"$scene/out" 2>"$scene/err"
}
output() { tr -d '\r' <"$scene/runner/output" | sed -n "/^$1<</{n;p}" | tail -n 1; }

passed=0 failed=0
check() {
  if "${@:2}" >/dev/null; then
    passed=$((passed + 1)); echo "ok      $1"
  else
    failed=$((failed + 1)); echo "FAILED  $1"; tail -n 5 "$scene/out" "$scene/err"
  fi
}
check "the step names every variable" [ ${#variables[@]} = "$(grep -cE "^ +INPUT_[A-Z_]+:" "$top/tool/action.yml")" ]
check "a push on Windows uploads" act_on_windows
check "its outputs" [ "$(output uploaded) $(output failed) $(output report)" = "2 0 ideogram-build/tool.json" ]
check "its report lies below runner.temp" [ -s "$scene/runner/temp/ideogram-build/tool.json" ]
check "a second push on Windows" act_on_windows
check "finds everything there" [ "$(output uploaded) $(output unchanged)" = "0 2" ]
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
