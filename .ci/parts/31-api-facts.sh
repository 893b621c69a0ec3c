# Each fact of tests/Ideogram.Build.Sync.Tests/Api/api-facts.json that names a place of Ideogram's own document: the place is there, and says so.
api_facts() {
  local document=$shared/api/ideogram-datasets.openapi.json wrong
  wrong=$(jq -nr --slurpfile facts tests/Ideogram.Build.Sync.Tests/Api/api-facts.json --slurpfile document "$document" '
    def keys_of: ltrimstr("/") | split("/") | map(gsub("~1"; "/") | gsub("~0"; "~"));
    def follow($keys): reduce $keys[] as $key (.; if type == "array" then .[$key | tonumber] elif type == "object" then .[$key] else null end);
    $facts[0][] | select(.at | startswith("/")) | . as $fact | ($document[0] | follow($fact.at | keys_of)) as $there
      | select($there == null or ($fact.value != null and $there != $fact.value)
        or ($fact.says != null and ($there | tostring | contains($fact.says) | not)))
      | "no longer so: \(.at): \(.fact)"') || return 1
  if [ -n "$wrong" ]; then echo "$wrong"; return 1; fi
  echo "$(jq '[.[] | select(.at | startswith("/"))] | length' tests/Ideogram.Build.Sync.Tests/Api/api-facts.json) facts are as the document says"
}
if [ -f "$shared/api/ideogram-datasets.openapi.json" ]; then
  check "contract: the facts of Ideogram's API" api_facts
else
  skip "contract: the facts of Ideogram's API" "no ../shared"
fi
