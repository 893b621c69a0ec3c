# What users do with datasets and trainings, by the real program, held against Ideogram's own document.
scenes=()
if with_proxy; then
  proxied scenes ideogram-datasets 5035 4083
  scenes=(--port 5035 --through http://127.0.0.1:4083)
fi
counted "scenes" dotnet tests/Chaos/bin/Release/net10.0/Chaos.dll scenes "${scenes[@]}"
if [ ${#scenes[@]} -gt 0 ]; then check "contract: the scenes" judged scenes; else skip "contract: the scenes" "no contract proxy"; fi
