# What attacks are written with; play.sh sources it. The scene is $scene; the current folder is $scene/workspace, the repository under attack.
# Ideogram's stand-in is $ideogram, GitHub's is $github, and $elsewhere is the attacker's own server: nothing may ever reach it.
# A key and a token are in the environment of every program. After each attack `always` checks what no attack may ever reach.

key=attack-key-93d1c06b5e
token=ghs_attackToken77aa41
checks=0
code=0
servers=()
mkdir -p "$scene"/{workspace,home,temp,runner/file_commands,runner/workflow,runner/temp}
: >"$scene/out"
: >"$scene/err"
export HOME=$scene/home TMPDIR=$scene/temp GIT_CONFIG_NOSYSTEM=1

# ---- the scene ----

# image FILE [NUMBER]: a small JPEG; each number is another image.
image() {
  mkdir -p "$(dirname "./$1")"
  { printf '\xff\xd8\xff\xfe\x00\x08%06d' "${2:-1}"; tail -c +3 "$(photograph)"; } >"$1"
}
photograph() { find "$top/samples/BrandKit" -name '*.jpg' -not -path '*/bin/*' -not -path '*/obj/*' -not -name '*unsafe*' | sort | head -n 1; }

# manifest FILE [LINE…]: a manifest of all JPEG images below it; lines are added as they are.
manifest() {
  mkdir -p "$(dirname "./$1")"
  { printf 'name: Brand\nimages: ["**/*.jpg"]\n'; [ $# -lt 2 ] || printf '%s\n' "${@:2}"; } >"$1"
}

# The attacker's git settings do not count for these.
as_author() { command git -c user.name=Octocat -c user.email=octocat@example.com -c commit.gpgsign=false -c init.defaultBranch=main "$@"; }
# commit [MESSAGE]: all files of the current folder, in a repository that is made if there is none; prints the commit.
commit() {
  [ -e .git ] || as_author init --quiet
  as_author add --all && as_author commit --quiet --allow-empty --message "${1:-An edit}" && as_author rev-parse HEAD
}

# lure COMMAND…: the current folder becomes a repository that makes git fetch when it lists its files, and the given settings say how. The index is sparse:
# its entry for the folder "hidden" is a tree that is not there, and whoever wants the files in it asks the "promisor" origin.
lure() {
  local setting tree
  mkdir -p hidden && echo x >hidden/file && commit >/dev/null
  tree=$(as_author rev-parse HEAD:hidden)
  as_author sparse-checkout init --cone --sparse-index && as_author sparse-checkout set kept 2>/dev/null
  as_author config core.repositoryFormatVersion 1
  as_author config extensions.partialClone origin
  as_author config remote.origin.promisor true
  as_author config remote.origin.url "$scene/workspace"
  for setting in "$@"; do as_author config --add "${setting%%=*}" "${setting#*=}"; done
  rm -f ".git/objects/${tree:0:2}/${tree:2}"
}
# The attacker's command: it writes down the environment that it got. trap_file FILE makes a program of it.
trap_command="env >'$scene/ran'; false"
trap_file() {
  mkdir -p "$(dirname "./$1")"
  printf '#!/bin/sh\n%s\n' "$trap_command" >"$1"
  chmod +x "$1"
}
# springs COMMAND…: shows that the trap works, with a command that does walk into it, and sets it again.
springs() {
  holds
  GIT_TERMINAL_PROMPT=0 "$@" >/dev/null 2>&1 </dev/null || true
  [ -e "$scene/ran" ] || got_through "the trap does not work: $*"
  rm -f "$scene/ran"
}
# fails_closed: the last run looked, got no list of the folder that is missing, and said so.
fails_closed() { exits 1 && says IDEO4022; }
# look: runs every command that looks at the repository and changes nothing.
look() {
  program validate
  program preview
  program validate --format github
  [ -z "${ideogram:-}" ] || program plan --api-url "$ideogram"
  [ -z "${ideogram:-}" ] || program doctor --api-url "$ideogram"
}

# start_servers: Ideogram's and GitHub's stand-in and the attacker's server. GitHub serves $scene/workspace as acme/brand.
start_servers() {
  serve ideogram "$scene/state" --api-key "$key" --github-repo "acme/brand=$scene/workspace" --github-token "$token" --github-read-token ghs_readOnly55c2
  ideogram=$served
  github=$served/api/v3
  serve elsewhere "$scene/elsewhere-state" --api-key other
  elsewhere=$served
}
serve() {
  local log=$scene/$1.log
  dotnet "$EMULATOR" --urls http://127.0.0.1:0 --state "$2" "${@:3}" >"$log" 2>&1 &
  servers+=($!)
  for _ in $(seq 300); do
    served=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$log" | head -n 1)
    [ -n "$served" ] && curl -fs "$served/_emulator/requests" >/dev/null && return
    sleep 0.1
  done
  echo "the stand-in does not start" >>"$result"
}
# raw ANSWER: a server that says these bytes (with \r\n and the like as printf has them) to every connection; sets $raw to its host and port.
raw() {
  printf "$1" >"$scene/answer"
  node -e 'const answer = require("fs").readFileSync(process.argv[1]);
    const server = require("net").createServer(c => { c.on("error", () => {}); c.once("data", () => c.end(answer)); });
    server.listen(0, "127.0.0.1", () => console.log("127.0.0.1:" + server.address().port));' "$scene/answer" >"$scene/raw.log" 2>&1 &
  servers+=($!)
  for _ in $(seq 100); do
    raw=$(head -n 1 "$scene/raw.log")
    [ -n "$raw" ] && return
    sleep 0.1
  done
  echo "the raw server does not start" >>"$result"
}
# json_answer STATUS JSON: the bytes of an answer, for raw.
json_answer() {
  printf 'HTTP/1.1 %s\\r\\nContent-Type: application/json\\r\\nContent-Length: %s\\r\\nConnection: close\\r\\n\\r\\n%s' "$1" \
    "$(printf '%s' "$2" | wc -c)" "$(printf '%s' "$2" | sed 's/%/%%/g; s/\\/\\\\/g')"
}
# spellings TEXT: the ways to write it, a line each.
spellings() {
  local bytes
  bytes=$(printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n')
  printf '%s\n' "$bytes" "${bytes^^}" "$(sed 's/../%&/g' <<<"$bytes")" "$(sed 's/../%25&/g' <<<"${bytes^^}")" \
    "$(sed 's/../\\u00&/g' <<<"$bytes")" "$(sed 's/../\&#x&;/g' <<<"$bytes")"
  printf '%s\n' "${1//-/%2D}" "$(sed 's/-/\&#45;/g' <<<"$1")" "$(printf '%s' "$1" | base64 -w0)" \
    "$(printf 'b%s' "$1" | base64 -w0)" "$(printf 'bo%s' "$1" | base64 -w0 | tr '+/' '-_' | tr -d =)"
}
leave() { [ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null; }
control() { curl -fsS -X "$1" -H 'Content-Type: application/json' "$ideogram/_emulator/$2" "${@:3}"; }

# ---- the program ----

# measured COMMAND…: runs it; sets $code, $took (seconds) and $busy (seconds of the processors), and writes $scene/out and $scene/err.
measured() {
  local seconds=$SECONDS TIMEFORMAT='%U %S'
  code=0
  { time "$@" >"$scene/out" 2>"$scene/err" </dev/null || code=$?; } 2>"$scene/times"
  took=$((SECONDS - seconds))
  busy=$(awk '{ printf "%d", $1 + $2 + 0.5 }' "$scene/times")
}

# program ARGUMENT…: runs it as a user does, measured. ENVIRONMENT is a list of further variables.
program() {
  measured env "${ENVIRONMENT[@]+"${ENVIRONMENT[@]}"}" IDEOGRAM_API_KEY="$key" GITHUB_TOKEN="$token" timeout "${LIMIT:-60}" "$PROGRAM" "$@"
  cat "$scene/out" >>"$scene/all"
  cat "$scene/err" >>"$scene/all"
}

# act EVENT SHA REF PAYLOAD [INPUT=VALUE…]: one step as GitHub's runner runs it, in $scene/workspace.
act() {
  local event=$1 sha=$2 ref=$3 setting name inputs=()
  printf '%s' "$4" >"$scene/runner/workflow/event.json"
  : >"$scene/runner/file_commands/output"
  : >"$scene/runner/file_commands/summary"
  for setting in "api-key=$key" "github-token=$token" "api-url=$ideogram" "${@:5}"; do
    name=${setting%%=*}
    inputs+=("INPUT_${name^^}=${setting#*=}")
  done
  measured env -u IDEOGRAM_API_KEY -u GITHUB_TOKEN "${inputs[@]}" "${ENVIRONMENT[@]+"${ENVIRONMENT[@]}"}" \
    CI=true GITHUB_ACTIONS=true GITHUB_EVENT_NAME="$event" GITHUB_EVENT_PATH="$scene/runner/workflow/event.json" \
    GITHUB_REPOSITORY="${REPOSITORY:-acme/brand}" GITHUB_SHA="$sha" GITHUB_REF="$ref" GITHUB_SERVER_URL="$ideogram" \
    GITHUB_API_URL="$github" GITHUB_WORKSPACE="$scene/workspace" GITHUB_RUN_ID=42 \
    GITHUB_RUN_ATTEMPT=1 GITHUB_ACTION=attack GITHUB_OUTPUT="$scene/runner/file_commands/output" \
    GITHUB_STEP_SUMMARY="$scene/runner/file_commands/summary" RUNNER_TEMP="$scene/runner/temp" \
    timeout "${LIMIT:-60}" "$PROGRAM" action
  cat "$scene/out" "$scene/err" "$scene/runner/file_commands/output" "$scene/runner/file_commands/summary" >>"$scene/all"
}

# pull_request NUMBER HEAD BASE [REPOSITORY-OF-THE-HEAD]: opens it at GitHub's stand-in; pull_event prints its payload.
pull_request() {
  control PUT "repos/${REPOSITORY:-acme/brand}/pulls" -d "$(jq -n --argjson n "$1" --arg h "$2" --arg b "$3" --arg r "${4:-}" \
    '{number: $n, title: "An edit", headSha: $h, baseSha: $b, headRef: "edit", state: "open", headRepository: (if $r == "" then null else $r end)}')" >/dev/null
}
pull_event() {
  jq -n --argjson n "$1" --arg h "$2" --arg b "$3" --arg r "${4:-acme/brand}" '{action: "synchronize", number: $n,
    pull_request: {number: $n, head: {sha: $h, ref: "edit", repo: {full_name: $r}}, base: {sha: $b, ref: "main", repo: {full_name: "acme/brand"}}},
    repository: {full_name: "acme/brand", default_branch: "main"}}'
}
# merged NUMBER HEAD BASE COMMIT: the same pull request, merged as that commit.
merged() {
  control PUT repos/acme/brand/pulls -d "$(jq -n --argjson n "$1" --arg h "$2" --arg b "$3" --arg m "$4" \
    '{number: $n, title: "An edit", headSha: $h, baseSha: $b, headRef: "edit", state: "closed",
      mergedAt: (now | todate), mergeCommitSha: $m}')" >/dev/null
}
push_event() {
  jq -n --arg a "$1" --arg b "$2" '{ref: "refs/heads/main", before: $b, after: $a, commits: [{id: $a, message: "An edit"}],
    head_commit: {id: $a, message: "An edit"}, repository: {full_name: "acme/brand", default_branch: "main"}}'
}
# fork_report: a fork's pull request 1, planned in its own run without a key; its report is $report, where the job that comments has downloaded it.
fork_report() {
  report=$scene/runner/temp/reports/report.json
  image brand/a.jpg 1
  manifest brand/ideogram.yml
  base=$(commit) && image brand/b.jpg 2 && head=$(commit)
  pull_request 1 "$head" "$base" mallory/brand
  act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base" mallory/brand)" api-key= comment=never
  mkdir -p "${report%/*}"
  mv "$scene/runner/temp/$(output report)" "$report"
}
# rewrite FILTER…: the report as the attacker changes it, by jq.
rewrite() { jq "$@" "$report" >"$scene/rewritten" && mv "$scene/rewritten" "$report"; }
# comment_on_fork: the job of the recipe forks-comment.yml.
comment_on_fork() {
  act workflow_run "$base" refs/heads/main "$(jq -n --arg h "$head" '{action: "completed",
    workflow_run: {id: 42, run_attempt: 1, head_sha: $h, head_branch: "edit", event: "pull_request",
      head_repository: {full_name: "mallory/brand"}, actor: {login: "mallory"}},
    repository: {full_name: "acme/brand", default_branch: "main"}}')" \
    mode=report reports=reports api-key= "$@"
}
# comment NUMBER: the text of the action's comment on a pull request, also kept for `never` and `always`.
comment() { control GET "repos/acme/brand/pulls/$1/comments" | jq -r '[.[] | select(.author == "github-actions[bot]")] | last | .body // ""' |
  tee -a "$scene/all"; }
summary() { cat "$scene/runner/file_commands/summary"; }
output() { sed -n "/^$1<</{n;p;q}" "$scene/runner/file_commands/output"; }

# ---- what must hold ----

got_through() { echo "$*" >>"$result"; }
holds() { checks=$((checks + 1)); }
exits() { holds; [ "$code" = "$1" ] || got_through "exit $code instead of $1"; }
# says TEXT: in what the last run printed. never TEXT: in nothing that any run printed, wrote as output, summary or comment.
says() { holds; grep -qF -- "$1" "$scene/out" "$scene/err" || got_through "does not say: $1"; }
never() { holds; ! grep -v '^::add-mask::' "$scene/all" | grep -qF -- "$1" || got_through "says: $1"; }
unwritten() { holds; [ ! -e "$1" ] && [ ! -L "$1" ] || got_through "$1 was written"; }
same_as() { holds; [ "$(cat "$1" 2>/dev/null)" = "$2" ] || got_through "$1 holds something else"; }
# busy_within SECONDS: what the processors did for the last run, which does not depend on what else the machine does.
busy_within() { holds; [ "$busy" -le "$1" ] || got_through "kept processors busy for $busy s, more than $1 s"; }
within() { holds; [ "$took" -le "$1" ] || got_through "took $took s, more than $1 s"; }
# Nothing was created at or sent to Ideogram; asking is allowed.
sent_nothing() { holds; [ "$(control GET datasets | jq length)" = 0 ] || got_through "something was sent to Ideogram"; }
yes() { holds; "$@" >/dev/null || got_through "not so: $*"; }
no() { holds; ! "$@" >/dev/null || got_through "is so: $*"; }

# ---- what a log may hold ----

# obeys_nothing: no line of the last run is a command for a CI system or a terminal, apart from this program's own annotations.
obeys_nothing() {
  holds
  local lines
  lines=$(sed -E 's/^::(add-mask::|(notice|warning|error) (title|file)=[^:]*::)/own /' "$scene/out" "$scene/err")
  if grep -qiE '##|section_(start|end):|travis_(fold|time):' <<<"$lines"; then
    got_through "a command in a line: $(grep -iE -m 1 '##|section_|travis_' <<<"$lines" | head -c 200)"
  fi
  if grep -qE '^[[:space:]]*(::|---|\+\+\+|~~~|\^\^\^)' <<<"$lines"; then
    got_through "a command at a line's start: $(grep -E -m 1 '^[[:space:]]*(::|---|\+\+\+|~~~|\^\^\^)' <<<"$lines" | head -c 200)"
  fi
  # Control characters, and U+00AD, U+061C, U+200B to U+200F, U+2028 to U+202E, U+2060 to U+206F, U+FEFF, as bytes.
  local unseen='[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f\xad]|\xd8\x9c|\xe2\x80[\x8b-\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf'
  if LC_ALL=C grep -qP "$unseen" <<<"$lines"; then got_through "a character that a terminal obeys or nobody sees"; fi
}
# hostile TEXT: says TEXT wherever something is printed: line, key and name of a manifest, folder, image, caption. Another name than TEXT where that cannot be
# a file's.
hostile() {
  local quoted
  quoted=$(jq -n --arg text "$1" '$text')
  image "bad/$1/$1.jpg" 1
  printf '{%s: 1}' "$quoted" >"bad/$1/$1.json"
  printf 'name: %s\nimages: ["**/*.jpg", %s]\n%s: 1\n' "$quoted" "$quoted" "$quoted" >"bad/$1/ideogram.yml"
  image "good/$1/$1.jpg" 2
  image "good/$1/b.jpg" 3
  printf '%s' "$1" >"good/$1/$1.txt"
  printf 'name: %s\nimages: ["*.jpg"]\n' "$quoted" >"good/$1/$1.ideogram.yml"
  mkdir -p "empty/$1"
}
# faces TEXT…: makes the texts with `hostile`, then runs every command in every format that it has, and wrong usage.
faces() {
  local face text
  for text in "$@"; do hostile "$text"; done
  curl -fsS -X PUT "$ideogram/_emulator/faults" --data-binary "refuse:reason=${1//[;,=|]/_};status:code=503,nth=1,route=list" >/dev/null
  for face in 'validate --format text' 'validate --format json' 'validate --format github' preview doctor train 'plan --format github' \
    'upload --format json' 'upload --format text' 'upload --format github'; do
    # shellcheck disable=SC2086
    case $face in validate*) program $face ;; *) program $face --api-url "$ideogram" ;; esac
    case $face in *json) yes jq . "$scene/out" ;; esac
    obeys_nothing
  done
  for text in "$@"; do
    program init "./empty/$text" && obeys_nothing
    program init "./good/$text" --no-workflow && obeys_nothing
    program "$text" && exits 2 && obeys_nothing
    program validate --format "$text" && exits 2 && obeys_nothing
    program validate "$text" && obeys_nothing
  done
}

# What no attack may reach, whatever it is.
always() {
  [ "$code" -lt 124 ] || got_through "the program ended with $code"
  ! grep -qE '^ +at [A-Z][A-Za-z]+\.|Unhandled exception' "$scene/all" 2>/dev/null || got_through "a stack trace was printed"
  ! grep -v '^::add-mask::' "$scene/all" 2>/dev/null | grep -qF -e "$key" -e "$token" || got_through "a secret was printed"
  if [ -n "${elsewhere:-}" ]; then
    [ "$(curl -fs "$elsewhere/_emulator/requests" | jq '.requests | length')" = 0 ] || got_through "the attacker's server was called"
  fi
  if [ -e "$scene/ran" ]; then got_through "the attacker's command ran: $(head -c 200 "$scene/ran")"; fi
}
