# Both sides of the Quickstart's run held against Ideogram's and GitHub's own documents.
contract() {
  local again=$1 port=5015
  proxied ideogram ideogram-datasets $port 4080
  proxied github github $port 4081 --prefix /api/v3
  dotnet samples/Quickstart/bin/Debug/net10.0/quickstart.dll $again --port $port --ideogram http://127.0.0.1:4080 --github http://127.0.0.1:4081/api/v3 | tail -n 1
  judged ideogram github
}
if with_proxy; then
  check "contract: pull request and merge" contract ""
  check "contract: a second push" contract --again
else
  skip "contract: pull request and merge" "no ../shared or no npm"
  skip "contract: a second push" "no ../shared or no npm"
fi
