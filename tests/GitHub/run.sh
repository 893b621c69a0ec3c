#!/usr/bin/env bash
# Every call of IGitHub, made by the published program against GitHub's stand-in: what trimming took away, or what an answer may not lose, shows here and not in
# tests that run untrimmed. Ends with "N passed, N failed".
#
#   PROGRAM    the program (default: it is published into a temporary folder)
#   EMULATOR   the stand-ins' assembly (default: it is built)
set -uo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
scene=$work/scene
result=$work/result
passed=0 failed=0
mkdir -p "$scene"
trap 'leave; rm -rf "$work"' EXIT

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
# shellcheck source=../Attacks/lib.sh
source "$top/tests/Attacks/lib.sh"

# scene NAME: what was checked since the last one.
scene() {
  if [ -s "$result" ]; then
    failed=$((failed + 1))
    echo "FAILED  $1: $(head -n 1 "$result")"
    tail -n 5 "$scene/out" "$scene/err" | cut -c 1-400
  else
    passed=$((passed + 1))
    echo "ok      $1"
  fi
  : >"$result"
  control PUT faults -d ''
  control DELETE requests
}
# asked ROUTE…: GitHub answered each of these calls as it should; requests N: so many of them were made.
asked() {
  local route
  for route in "$@"; do
    holds
    control GET requests | jq -e --arg r "github-$route" '[.requests[] | select(.route == $r and .status >= 200 and .status < 300)] | length > 0' >/dev/null ||
      got_through "no answer to github-$route"
  done
}
requests() {
  local made
  made=$(control GET requests | jq '[.requests[] | select(.route | startswith("github-"))] | length')
  [ "$made" -le "$1" ] || got_through "$made requests to GitHub instead of $1"
}
tells() { holds; grep -qF -- "$2" <<<"$(comment "$1")" || got_through "the comment on #$1 does not say: $2"; }
one_comment() {
  local comments
  holds
  comments=$(control GET "repos/${REPOSITORY:-acme/brand}/pulls/$1/comments" | jq '[.[] | select(.author == "github-actions[bot]")] | length')
  [ "$comments" = 1 ] || got_through "#$1 has not one comment"
}
quietly() { "$@" >/dev/null 2>&1; }

# branch NUMBER: an edit of the manifest and a new image, from main; sets $head, $base and the test merge $merge, which is checked out.
branch() {
  quietly as_author checkout -B "edit-$1" main
  base=$(as_author rev-parse main)
  image "brand/new-$1.jpg" "$1"
  manifest brand/ideogram.yml "# edit $1"
  head=$(commit "Edit $1")
  quietly as_author checkout --detach main
  quietly as_author merge --no-ff --message "Test merge" "$head"
  merge=$(as_author rev-parse HEAD)
  pull_request "$1" "$head" "$base"
}
plan() { act pull_request "$merge" "refs/pull/$1/merge" "$(pull_event "$1" "$head" "$base")" api-key= "${@:2}"; }
squash() {
  quietly as_author checkout main
  quietly as_author merge --squash "$head"
  main=$(commit "Edit (#$1)")
  merged "$1" "$head" "$base" "$main"
}
push() {
  local payload
  payload=$(push_event "$main" "$base" | jq --arg m "Edit (#$1)" '.head_commit.message = $m | .commits[0].message = $m')
  act push "$main" refs/heads/main "$payload" "${@:2}"
}

cd "$scene/workspace" || exit 1
image brand/a.jpg 901
image brand/b.jpg 902
manifest brand/ideogram.yml
echo 'A film' >film.bin
main=$(commit "A brand")
start_servers

ENVIRONMENT=(GITHUB_API_URL="$github" GITHUB_REPOSITORY=acme/brand)
program doctor --api-url "$ideogram"
says 'GitHub token: it sees acme/brand.'
asked repository
scene "the doctor asks for the repository"

ENVIRONMENT=(GITHUB_API_URL="$github" GITHUB_REPOSITORY=acme/nowhere)
program doctor --api-url "$ideogram"
says 'GitHub token: it does not see acme/nowhere'
scene "a repository that is not there"
ENVIRONMENT=()

branch 1
plan 1
exits 0
tells 1 '1 new'
asked git-commit tree blob comments-list comments-create
requests 7
scene "a pull request against its base commit"

plan 1
exits 0
one_comment 1
asked comments-update
requests 6
scene "its comment updated"

squash 1
push 1
exits 0
tells 1 '3 uploaded'
asked commit-pulls ref pulls comments-list comments-update
requests 6
scene "its merge"

branch 2; squash 2
control POST 'index-lag?requests=1'
push 2
exits 0
tells 2 '1 uploaded'
asked pull
scene "a merge that GitHub's index does not know yet"

branch 3
act pull_request "$merge" refs/pull/3/merge "$(pull_event 3 "$head" "$base")" api-key= comment=never
mkdir -p "$scene/runner/temp/reports"
cp "$scene/runner/temp/$(output report)" "$scene/runner/temp/reports/report.json"
act workflow_run "$main" refs/heads/main "$(jq -n --arg h "$head" '{action: "completed", repository: {full_name: "acme/brand", default_branch: "main"},
  workflow_run: {id: 42, run_attempt: 1, event: "pull_request", head_sha: $h,
    head_branch: "edit", head_repository: {full_name: "acme/brand"}}}')" mode=report reports=reports api-key=
rm -r "$scene/runner/temp/reports"
exits 0
tells 3 '1 new'
asked pulls
scene "the open pull requests of a branch, for workflow_run"

branch 4
control PUT faults -d 'delay:seconds=3,route=github-comments-create'
plan 4 & first=$!
plan 4 & second=$!
wait $first $second
one_comment 4
asked comments-delete
scene "two jobs that race leave one comment"

branch 5
strange="link:to=$elsewhere/next,route=github;member:name=visibility,value=limited,route=github"
control PUT faults -d "member:name=size,value=3221225472,beside=film.bin,route=github-tree;$strange"
plan 5
exits 0
tells 5 '1 new, 4 unchanged'
one_comment 5
asked tree comments-create
scene "a file of 3 GB, an unknown visibility, and a Link to elsewhere, on a pull request"

squash 5
control PUT faults -d "$strange;member:name=type,value=Robot,route=github;member:name=unheard_of,value=1,add=yes,route=github"
push 5
exits 0
tells 5 'uploaded'
one_comment 5
scene "unknown values and members, and a Link to elsewhere, on a merge"

branch 6
control PUT faults -d "status:code=302,location=$elsewhere/api/v3,route=github"
plan 6
exits 0
says IDEO6001
says 'points to another server'
scene "a redirect to elsewhere"

control POST 'repositories?name=acme/renamed&path='"$scene/workspace" -d ''
control POST 'renames?from=acme/former&to=acme/renamed' -d ''
REPOSITORY=acme/renamed pull_request 6 "$head" "$base"
REPOSITORY=acme/former plan 6
exits 0
REPOSITORY=acme/former plan 6
exits 0
REPOSITORY=acme/renamed one_comment 6
asked tree blob comments-create comments-update
scene "a renamed repository is read, and commented in"

branch 7
plan 7 github-token=ghs_readOnly55c2
exits 0
says 'No comment on #7'
says '(403)'
scene "a token that may not write"

plan 7 github-token=ghs_stranger
exits 0
says IDEO6002
scene "a token that GitHub refuses"

control PUT faults -d 'status:code=502,body=html,route=github,nth=1-2;status:code=500,body=truncated,route=github,nth=4'
plan 7
exits 0
tells 7 '1 new'
scene "errors that pass"

control POST rate-limit -d '{"requests": 1, "secondary": true, "status": 429, "retryAfterSeconds": 2}'
plan 7
exits 0
tells 7 '1 new'
control POST rate-limit -d '{"requests": 1, "status": 403, "resetSeconds": 3}'
plan 7
exits 0
says '::'
asked comments-update
scene "rate limits, secondary and primary, are waited out"

# The program says its number, and hears SIGINT although it runs in the background.
cat >"$work/heard" <<EOF
#!/usr/bin/env bash
echo \$\$ >"$work/number"
exec env --default-signal=INT "$PROGRAM" "\$@"
EOF
chmod +x "$work/heard"
for route in github-git-commit github-tree github-comments-list; do
  rm -f "$work/number"
  control PUT faults -d "delay:seconds=120,route=$route"
  # shellcheck disable=SC2030
  (PROGRAM=$work/heard plan 7; echo "$code" >"$work/code") & run=$!
  for _ in $(seq 100); do [ -s "$work/number" ] && grep -q add-mask "$scene/out" && break; sleep 0.1; done
  sleep 2
  since=$(date +%s%3N)
  kill -INT "$(cat "$work/number")"
  wait $run
  holds
  spent=$(($(date +%s%3N) - since))
  [ "$spent" -lt "${CANCELLED_WITHIN:-2000}" ] || got_through "ended $spent ms after SIGINT, while $route hung"
  [ "$(cat "$work/code")" -lt 124 ] || got_through "ended with $(cat "$work/code")"
done
scene "SIGINT ends a run at once while GitHub hangs"

always
scene "nothing reached the other server, no secret and no stack trace was printed"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
