# Both sides of the Quickstart's run held against Ideogram's and GitHub's own documents, by a proxy that neither of them wrote.
contract() {
  local again=$1 ideogram github port=5015
  node "$work/proxy/contract-proxy.mjs" --spec "$shared/api/ideogram-datasets.openapi.json" --target http://127.0.0.1:$port --listen 4080 >"$work/ideogram.log" & ideogram=$!
  node "$work/proxy/contract-proxy.mjs" --spec "$shared/api/github.openapi.json" --target http://127.0.0.1:$port --prefix /api/v3 --listen 4081 >"$work/github.log" & github=$!
  dotnet run --project samples/Quickstart -- $again --port $port --ideogram http://127.0.0.1:4080 --github http://127.0.0.1:4081/api/v3 | tail -n 1
  kill -TERM $ideogram $github
  local ok=0
  wait $ideogram || ok=1
  wait $github || ok=1
  grep -h -E 'VIOLATION|exchanges' "$work/ideogram.log" "$work/github.log"
  ! grep -q -E '^0 exchanges' "$work/ideogram.log" "$work/github.log" || ok=1
  return $ok
}
if [ -d "$shared/tools/contract-proxy" ] && command -v npm >/dev/null; then
  cp -r "$shared/tools/contract-proxy" "$work/proxy" && chmod -R u+w "$work/proxy"
  (cd "$work/proxy" && npm install --no-package-lock --silent)
  check "contract: pull request and merge" contract ""
  check "contract: a second push" contract --again
else
  skip "contract: pull request and merge" "no ../shared or no npm"
  skip "contract: a second push" "no ../shared or no npm"
fi
