#!/usr/bin/env bash
# Plays each attack of attacks/*.sh against the published program and the stand-ins, and says which got through. With names: only those.
# An attack is one short file: its first lines say what the attacker wants; then it sets the scene, runs the program and says what must hold (lib.sh).
# "# waits:" says that most of its time goes by without a processor, and for what.
#
#   PROGRAM    the program to attack (default: it is published into a temporary folder)
#   EMULATOR   the stand-ins' assembly (default: it is built)
#   KEEP       a folder that takes the scene of each attack that got through
#   JOBS       how many attacks run at once, beside those that wait (default: the number of processors)
set -euo pipefail
attacks=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$attacks/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -z "${PROGRAM:-}" ]; then
  arch=$(case "$(uname -m)" in aarch64) echo arm64 ;; *) echo x64 ;; esac)
  dotnet publish "$top/action" --configuration Release --runtime "linux-$arch" --output "$work/app" --artifacts-path "$work/artifacts" --verbosity quiet \
    -p:RunAnalyzers=false >"$work/publish" || { cat "$work/publish"; exit 1; }
  PROGRAM=$work/app/ideogram-build
fi
if [ -z "${EMULATOR:-}" ]; then
  dotnet build "$top/src/Ideogram.Build.Emulator" --configuration Release --verbosity quiet -p:RunAnalyzers=false \
    >"$work/build" || { cat "$work/build"; exit 1; }
  EMULATOR=$top/src/Ideogram.Build.Emulator/bin/Release/net10.0/Ideogram.Build.Emulator.dll
fi
PROGRAM=$(realpath "$PROGRAM") EMULATOR=$(realpath "$EMULATOR")
export PROGRAM EMULATOR attacks top work

names=()
if [ $# -gt 0 ]; then names=("$@"); else for file in "$attacks"/attacks/*.sh; do name=${file##*/}; names+=("${name%.sh}"); done; fi

# Each attack has a shell of its own: what it breaks, it breaks for itself. One that waits needs no processor: it goes first, beside the others.
play() { printf '%s\0' "${@:2}" | xargs -0 -n 1 -P "$1" bash "$attacks/play.sh" || true; }
waiting=() working=()
for name in "${names[@]}"; do
  if grep -q '^# waits: ' "$attacks/attacks/$name.sh"; then waiting+=("$name"); else working+=("$name"); fi
done
[ ${#waiting[@]} -eq 0 ] || play 0 "${waiting[@]}" &
[ ${#working[@]} -eq 0 ] || play "${JOBS:-$(nproc)}" "${working[@]}"
wait

held=0 through=0
for name in "${names[@]}"; do
  if [ "$(tail -n 1 "$work/$name.result" 2>/dev/null)" = held ]; then
    held=$((held + 1))
  else
    through=$((through + 1))
    if [ -n "${KEEP:-}" ]; then mkdir -p "$KEEP" && cp -r "$work/$name" "$KEEP/" 2>/dev/null || true; fi
  fi
done
echo "$held attacks held, $through got through"
[ "$through" -eq 0 ]
