# Real event payloads, published by GitHub's own Octokit, are read by the program.
payloads() {
  local file event count=0
  for file in "$work/payloads"/*.json; do
    event=$(basename "$file" | sed 's/\..*//')
    env -u GITHUB_TOKEN GITHUB_EVENT_NAME="$event" GITHUB_EVENT_PATH="$file" GITHUB_REPOSITORY=acme/brand GITHUB_SHA=0123456789012345678901234567890123456789 \
      GITHUB_REF=refs/heads/main GITHUB_WORKSPACE="$PWD" INPUT_MODE=validate INPUT_MANIFESTS=samples/BrandKit INPUT_COMMENT=never \
      "$PROGRAM" action >"$work/payload.log" || { echo "$file"; tail -n 3 "$work/payload.log"; return 1; }
    count=$((count + 1))
  done
  echo "$count payloads"
  [ "$count" -ge 20 ]
}
if command -v npm >/dev/null && mkdir -p "$work/examples" "$work/payloads" && (cd "$work/examples" && npm install --no-package-lock --no-save --silent @octokit/webhooks-examples@7.6.1); then
  node -e '
    const fs = require("node:fs");
    const wanted = ["pull_request", "push", "merge_group", "workflow_dispatch", "workflow_run", "repository_dispatch"];
    for (const { name, examples } of JSON.parse(fs.readFileSync(process.argv[1], "utf8")))
      if (wanted.includes(name)) examples.forEach((example, i) => fs.writeFileSync(`${process.argv[2]}/${name}.${i}.json`, JSON.stringify(example)));
  ' "$work/examples/node_modules/@octokit/webhooks-examples/api.github.com/index.json" "$work/payloads"
  check "real event payloads" payloads
else
  skip "real event payloads" "no npm"
fi
