# What users do with datasets and trainings, by the real program, held against Ideogram's own document.
scenes=()
if [ -d "$work/proxy" ]; then
  node "$work/proxy/contract-proxy.mjs" --spec "$shared/api/ideogram-datasets.openapi.json" --target http://127.0.0.1:5035 --listen 4083 >"$work/ideogram-scenes.log" & ideogram=$!
  scenes=(--port 5035 --through http://127.0.0.1:4083)
fi
counted "scenes" dotnet run -c Release --property:RunAnalyzers=false --project tests/Chaos -- scenes "${scenes[@]}"
ideogram_contract() {
  kill -TERM "$ideogram"
  local ok=0
  wait "$ideogram" || ok=1
  grep -E 'VIOLATION|exchanges' "$work/ideogram-scenes.log"
  ! grep -q '^0 exchanges' "$work/ideogram-scenes.log" || ok=1
  return $ok
}
if [ ${#scenes[@]} -gt 0 ]; then check "contract: the scenes" ideogram_contract; else skip "contract: the scenes" "no contract proxy"; fi
