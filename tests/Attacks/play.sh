#!/usr/bin/env bash
# Plays one attack, named by the first argument, in a folder of its own. Its result is a file beside that folder: what got through, or "held".
set -uo pipefail
name=$1
scene=$work/$name
result=$work/$name.result
mkdir -p "$scene"
# shellcheck source=lib.sh
source "$attacks/lib.sh"
trap 'leave' EXIT
cd "$scene/workspace" || exit 1
# shellcheck source=/dev/null
source "$attacks/attacks/$name.sh"
always
[ "$checks" -gt 0 ] || got_through "the attack checks nothing"
if [ ! -s "$result" ]; then
  echo held >"$result"
  echo "held    $name"
else
  echo "THROUGH $name: $(head -n 1 "$result")"
  tail -n 5 "$scene"/out "$scene"/err 2>/dev/null | cut -c 1-400 | sed 's/^/        /'
fi
