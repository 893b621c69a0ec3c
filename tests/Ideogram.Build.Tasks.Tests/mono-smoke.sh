#!/usr/bin/env bash
# Runs the net472 build of the tasks under Mono, as far as that goes: no .NET Framework MSBuild runs on this system. Prints "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v mono > /dev/null; then
  echo "mono is not installed (Debian: apt-get install mono-runtime libmono-system-core4.0-cil)"
  echo "0 passed, 0 failed, 1 skipped"
  exit 0
fi

configuration=${1:-Release}
repository=$(cd ../.. && pwd)
dotnet build MonoSmoke -c "$configuration" -v quiet -nologo -p:RunAnalyzers=false
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
mono "MonoSmoke/bin/$configuration/net472/MonoSmoke.exe" \
  "$repository/src/Ideogram.Build.Tasks/bin/$configuration/net472/Ideogram.Build.Tasks.dll" "$repository/samples/BrandKit/ideogram.yml" "$state"
