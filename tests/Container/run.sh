#!/usr/bin/env bash
# Builds the image and plays what GitHub plays with it, as GitHub's runner runs a container: the mounts, the variables, root. Both servers are
# the emulator. One line per scene; the last line counts them.
#
#   BUILD   how to build an image (default: docker build)      RUN    how to run one (default: docker run --network=host)
#   IMAGE   an image to use instead of building one            KEEP   a folder that takes each scene's comment or job summary, and the repository
#   PICTURES=1  with KEEP: each of them as a page in GitHub's look too, and as a picture where chromium is installed
#   EMULATOR  the stand-ins' assembly (default: it is built)
#   PORT    where the emulator listens (default: 5025)         GITHUB_API   GitHub's API as the container is told it: a proxy before the emulator
set -euo pipefail
cd "$(dirname "$0")/../.."
read -ra build <<<"${BUILD:-docker build}"
read -ra run <<<"${RUN:-docker run --network=host}"
image=${IMAGE:-ideogram-build-scenes}
port=${PORT:-5025}
server=http://127.0.0.1:$port
api=${GITHUB_API:-$server/api/v3}
work=$(mktemp -d)
passed=0 failed=0 emulator='' init=() action=scene
trap 'if [ -n "$emulator" ]; then kill "$emulator" 2>/dev/null || true; fi; rm -rf "$work"' EXIT

[ -n "${IMAGE:-}" ] || "${build[@]}" -t "$image" .
if [ -z "${EMULATOR:-}" ]; then
  dotnet build src/Ideogram.Build.Emulator --configuration Release --verbosity quiet >/dev/null
  EMULATOR=src/Ideogram.Build.Emulator/bin/Release/net10.0/Ideogram.Build.Emulator.dll
fi
[ -z "${PICTURES:-}" ] || dotnet build samples/Quickstart --configuration Release --verbosity quiet >/dev/null

# The repository: a few of the sample's images on main.
origin=$work/origin
mkdir -p "$origin/brand"
# Nothing packs it in the background: a clone that copies its files at that moment fails.
git() {
  command git -C "$origin" -c user.name=Octocat -c user.email=octocat@example.com -c commit.gpgsign=false -c gc.auto=0 -c maintenance.auto=false "$@"
}
git init --quiet --initial-branch=main
images=$(find samples/BrandKit -type f \( -name '*.jpg' -o -name '*.png' -o -name '*.webp' \) | grep -v -e unsafe -e /bin/ -e /obj/ | sort)
image_file() { sed -n "$1p" <<<"$images"; }
add() { cp "$(image_file "$1")" "$origin/$2/image-$1.$(image_file "$1" | sed 's/.*\.//')"; } # add NUMBER FOLDER
commit() { git add --all && git commit --quiet --allow-empty --message "$1" && git rev-parse HEAD; }
printf 'name: Brand\nimages:\n  - "**/*.{jpg,png,webp}"\n' >"$origin/brand/ideogram.yml"
add 1 brand
add 2 brand
main=$(commit "A brand")

dotnet "$EMULATOR" --urls "$server" --state "$work/state" --api-key scene-key-1234 \
  --github-repo "acme/brand=$origin" --github-token ghs_workflow --github-read-token ghs_fork >"$work/emulator.log" 2>&1 &
emulator=$!
for _ in $(seq 100); do curl -fs "$server/_emulator/requests" >/dev/null && break; sleep 0.1; done

control() { curl -fsS -X "$1" -H 'Content-Type: application/json' "$server/_emulator/$2" "${@:3}"; }
comments() { control GET "repos/acme/brand/pulls/$1/comments"; }
body() { comments "$1" | jq -r '[.[] | select(.author == "github-actions[bot]")] | last | .body // ""'; }
count() { comments "$1" | jq '[.[] | select(.author == "github-actions[bot]")] | length'; }
output() { sed -n "/^$2<</{n;p;q}" "$work/runs/$1/file_commands/output"; }

# open NUMBER [HEAD-REPOSITORY]: makes main's index a pull request; sets $head and $merge (the test merge).
open() {
  head=$(commit "An edit")
  git checkout --quiet --detach main
  git merge --quiet --no-ff --message "Test merge" "$head"
  merge=$(git rev-parse HEAD)
  put "$1" "{\"headRepository\": $(jq -n --arg r "${2:-}" 'if $r == "" then null else $r end'), \"state\": \"open\"}"
}
put() {
  control PUT repos/acme/brand/pulls -d "$(jq -n --argjson n "$1" --arg h "$head" --arg b "$main" --argjson more "$2" \
    '{number: $n, title: "An edit", headSha: $h, baseSha: $b, headRef: "feature-\($n)"} + $more')"
}
branch() { git checkout --quiet -B "feature-$1" main; }
squash() {
  git checkout --quiet main
  git merge --quiet --squash "$head" >/dev/null 2>&1
  before=$main
  main=$(commit "An edit (#$1)")
  put "$1" "$(jq -n --arg m "$main" '{state: "closed", mergedAt: (now | todate), mergeCommitSha: $m}')"
}

pull_event() {
  jq -n --argjson n "$1" --arg h "$head" --arg b "$main" --arg r "${2:-acme/brand}" '{action: "synchronize", number: $n,
    pull_request: {number: $n, head: {sha: $h, ref: "feature-\($n)", repo: {full_name: $r}}, base: {sha: $b, ref: "main", repo: {full_name: "acme/brand"}}},
    repository: {full_name: "acme/brand", default_branch: "main"}}'
}
push_event() {
  jq -n --arg a "$1" --arg b "$2" --arg m "$(git log -1 --format=%B "$1")" '{ref: "refs/heads/main", before: $b, after: $a, commits: [{id: $a, message: $m}],
    head_commit: {id: $a, message: $m}, repository: {full_name: "acme/brand", default_branch: "main"}}'
}

# act NAME EVENT SHA REF PAYLOAD [INPUT=VALUE…]: one step as the runner runs it; sets $code.
act() {
  last=$1
  local name=$1 event=$2 sha=$3 ref=$4 payload=$5 folder=$work/runs/$1 mount flags=()
  shift 5
  mkdir -p "$folder"/{home,workflow,file_commands,runner_temp}
  # A second use in the same job finds the first one's files.
  [ -d "$folder/workspace" ] ||
    command git clone --quiet --no-hardlinks --config gc.auto=0 --config maintenance.auto=false "$origin" "$folder/workspace" 2>/dev/null
  command git -C "$folder/workspace" fetch --quiet "$origin" "$sha" 2>/dev/null ||
    command git -C "$folder/workspace" fetch --quiet "$origin" '+refs/*:refs/scene/*' HEAD
  # SPARSE: the patterns of a sparse checkout, as `sparse-checkout` of actions/checkout has them.
  if [ -n "${SPARSE:-}" ]; then command git -C "$folder/workspace" sparse-checkout set --no-cone $SPARSE; fi
  command git -C "$folder/workspace" -c advice.detachedHead=false checkout --quiet "$sha"
  # EMPTY: without actions/checkout.
  if [ -n "${EMPTY:-}" ]; then find "$folder/workspace" -mindepth 1 -delete; fi
  if [ -d "$work/reports" ]; then cp -r "$work/reports" "$folder/runner_temp/reports"; fi
  printf '%s' "$payload" >"$folder/workflow/event.json"
  : >"$folder/file_commands/output"
  : >"$folder/file_commands/summary"
  find "$folder/workspace" | sort >"$folder/before"
  for mount in workspace home workflow file_commands runner_temp; do flags+=(-v "$folder/$mount:/github/$mount"); done
  for setting in api-key=scene-key-1234 github-token=ghs_workflow "api-url=$server" "$@"; do
    local name_of=${setting%%=*}
    flags+=(-e "INPUT_${name_of^^}=${setting#*=}")
  done
  code=0
  "${run[@]}" ${init[@]+"${init[@]}"} --rm --name "scene-$$-$name" --workdir /github/workspace "${flags[@]}" \
    -e HOME=/github/home -e CI=true -e GITHUB_ACTIONS=true \
    -e GITHUB_EVENT_NAME="$event" -e GITHUB_EVENT_PATH=/github/workflow/event.json -e GITHUB_REPOSITORY=acme/brand -e GITHUB_SHA="$sha" -e GITHUB_REF="$ref" \
    -e GITHUB_SERVER_URL="$server" -e GITHUB_API_URL="$api" -e GITHUB_WORKSPACE=/github/workspace \
    -e GITHUB_RUN_ID=42 -e GITHUB_RUN_ATTEMPT=1 -e GITHUB_ACTION="$action" \
    -e GITHUB_OUTPUT=/github/file_commands/output -e GITHUB_STEP_SUMMARY=/github/file_commands/summary -e RUNNER_TEMP=/github/runner_temp \
    "$image" action >"$folder/log" 2>&1 || code=$?
  find "$folder/workspace" | sort | cmp -s - "$folder/before" || { echo "  $name wrote into the workspace"; code=99; }
  if grep -v '^::add-mask::' "$folder/log" "$folder/file_commands/summary" | grep -q scene-key-1234; then
    echo "  $name printed the key"
    code=98
  fi
}

# scene NAME PULL CONDITION…: counts it, and keeps the comment.
scene() {
  local name=$1 pull=$2
  shift 2
  if "$@"; then
    passed=$((passed + 1))
    echo "ok      $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name (exit $code)"
    tail -n 5 "$work"/runs/*/log | tail -n 20
  fi
  if [ -n "${KEEP:-}" ]; then
    local file=$KEEP/$(tr -c 'a-z0-9\n' - <<<"$name").md
    mkdir -p "$KEEP"
    if [ "$pull" != 0 ]; then body "$pull" >"$file"; fi
    if [ ! -s "$file" ] || [ "$pull" = 0 ]; then cp "$work/runs/$last/file_commands/summary" "$file"; fi
    if [ -n "${PICTURES:-}" ]; then picture "$file"; fi
  fi
}
# picture FILE.md: the page has its pictures inside, so it outlives the emulator.
picture() {
  local page=${1%.md}.html
  dotnet samples/Quickstart/bin/Release/net10.0/quickstart.dll --render "$1" --page "$page" >/dev/null
  if ! command -v chromium >/dev/null; then return; fi
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync \
    --hide-scrollbars --user-data-dir="$work/chromium" --window-size=940,"${HEIGHT:-1600}" \
    --screenshot="${1%.md}.png" "file://$(realpath "$page")" >/dev/null 2>&1
}
said() { [ "$code" = "$1" ] && [ "$(count "$2")" = 1 ] && grep -q "$3" <<<"$(body "$2")"; }
silent() { [ "$code" = "$1" ] && [ "$(count "$2")" = 0 ] && grep -q "$4" "$work/runs/$3/file_commands/summary"; }

branch 1; add 3 brand; open 1
act opened pull_request "$merge" refs/pull/1/merge "$(pull_event 1)"
scene "pull request" 1 said 0 1 '3 new'

branch 1; add 3 brand; add 4 brand; open 1
act updated pull_request "$merge" refs/pull/1/merge "$(pull_event 1)"
scene "its update" 1 said 0 1 '4 new'

control DELETE "repos/acme/brand/comments/$(comments 1 | jq '.[0].id')"
act deleted pull_request "$merge" refs/pull/1/merge "$(pull_event 1)"
scene "the comment deleted in between" 1 said 0 1 '4 new'

squash 1
act merged push "$main" refs/heads/main "$(push_event "$main" "$before")"
scene "squash merge" 1 said 0 1 '4 uploaded'

act rerun push "$main" refs/heads/main "$(push_event "$main" "$before")"
scene "re-run" 1 said 0 1 '0 uploaded, 0 failed, 4 unchanged'

branch 2; add 5 brand; open 2 mallory/brand
act fork pull_request "$merge" refs/pull/2/merge "$(pull_event 2 mallory/brand)" api-key= github-token=ghs_fork
scene "a fork's pull request" 0 silent 0 2 fork '1 new'

act readonly pull_request "$merge" refs/pull/2/merge "$(pull_event 2)" github-token=ghs_fork
scene "a token that may not write" 0 silent 0 2 readonly '1 new'

git checkout --quiet main
add 6 brand
before=$main
main=$(commit "A direct push")
act direct push "$main" refs/heads/main "$(push_event "$main" "$before")"
lonely() { [ "$code" = 0 ] && [ "$(output direct uploaded)" = 1 ] && [ -z "$(output direct comment-url)" ]; }
scene "push without pull request" 0 lonely

mkdir -p "$origin/more"
branch 3; printf 'name: More\nimages: ["*.{jpg,png,webp}"]\n' >"$origin/more/ideogram.yml"; add 7 more; open 3
squash 3
for part in brand more; do
  act "matrix-$part" push "$main" refs/heads/main "$(push_event "$main" "$before")" "manifests=$part/ideogram.yml" comment=never
  mkdir -p "$work/gathered/$part"
  cp "$work/runs/matrix-$part/runner_temp/$(output "matrix-$part" report)" "$work/gathered/$part/report.json"
done
mv "$work/gathered" "$work/reports"
act gathered push "$main" refs/heads/main "$(push_event "$main" "$before")" mode=report reports=reports api-key=
scene "two matrix jobs and their report" 3 said 0 3 '1 uploaded, 0 failed, 5 unchanged'
rm "$work/reports/more/report.json"
act died push "$main" refs/heads/main "$(push_event "$main" "$before")" mode=report reports=reports api-key= \
  'matrix={"include":[{"name":"brand","manifests":"brand/ideogram.yml"},{"name":"more","manifests":"more/ideogram.yml"}]}'
scene "a matrix job that left no report" 3 said 1 3 'No report from 1 of 2 datasets: <code>more/ideogram.yml</code>'
rm -rf "$work/reports"

branch 4; add 8 brand; open 4; squash 4
early=$main early_before=$before
branch 5; add 9 brand; open 5; squash 5
act early push "$early" refs/heads/main "$(push_event "$early" "$early_before")" & first=$!
act late push "$main" refs/heads/main "$(push_event "$main" "$before")" & second=$!
wait $first $second
both() {
  [ "$(count 4)" = 1 ] && [ "$(count 5)" = 1 ] && grep -q '2 uploaded' <<<"$(body 5)" &&
    [ "$(control GET datasets | jq '[.[] | select(.name == "Brand") | .files[].name] | length')" = 7 ]
}
scene "two pushes at once" 5 both

branch 6; add 10 brand; open 6; squash 6
control PUT faults -d 'delay:seconds=60,route=upload'
act cancelled push "$main" refs/heads/main "$(push_event "$main" "$before")" &
waiting=$!
for _ in $(seq 300); do grep -q add-mask "$work/runs/cancelled/log" 2>/dev/null && break; sleep 0.1; done
sleep 2
"${run[0]}" kill --signal INT "scene-$$-cancelled" >/dev/null
wait $waiting
control PUT faults -d ''
cancelled() { [ "$(count 6)" = 1 ] && grep -qi 'cancelled' <<<"$(body 6)" && [ "$(output cancelled failed)" = 1 ]; }
scene "a cancelled run" 6 cancelled

# As GitHub's runner cancels a step: SIGINT, SIGTERM after seven and a half seconds, SIGKILL after ten. Nothing answers any more, and all that needs
# no answer is written. An init process (`docker run --init`) passes signals on.
# stopped NAME [FLAG…]
stopped() {
  # Past a proxy that judges exchanges: these never end.
  local name=$1 api=$server/api/v3 started signal
  shift
  control DELETE requests
  control PUT faults -d 'delay:seconds=60,route=upload'
  init=("$@")
  act "$name" push "$main" refs/heads/main "$(push_event "$main" "$before")" &
  local step=$!
  for _ in $(seq 300); do control GET requests | jq -e '.counts.upload' >/dev/null && break; sleep 0.1; done
  control PUT faults -d 'delay:seconds=60'
  started=$(date +%s%3N)
  for signal in INT:0 TERM:7500 KILL:10000; do
    while [ $(($(date +%s%3N) - started)) -lt "${signal#*:}" ] && kill -0 "$step" 2>/dev/null; do sleep 0.05; done
    "${run[0]}" kill --signal "${signal%:*}" "scene-$$-$name" >/dev/null 2>&1 || true
  done
  wait "$step"
  took=$(($(date +%s%3N) - started))
  init=()
  last=$name
  control PUT faults -d ''
  control DELETE requests
}
written() {
  [ "$took" -lt 7500 ] && [ "$(output "$last" failed)" = 1 ] && grep -q cancelled "$work/runs/$last/file_commands/summary" &&
    jq -e .cancelled "$work/runs/$last/runner_temp/$(output "$last" report)" >/dev/null
}
stopped stopped
scene "a run that is cancelled while nothing answers ($took ms)" 0 written
stopped stopped-init --init
scene "the same with an init process ($took ms)" 0 written

git checkout --quiet main
add 11 brand
before=$main
main=$(commit "The next push")
act next push "$main" refs/heads/main "$(push_event "$main" "$before")"
scene "the next run tells the pull request that was left waiting" 6 said 0 6 '2 uploaded, 0 failed'

branch 7
cp "$(image_file 12)" "$origin/brand/image-8.webp"
git mv brand/image-1.png brand/badge.png
git rm --quiet brand/image-2.png
printf 'A badge, drawn flat' >"$origin/brand/badge.txt"
printf 'name: Brand\nupdate: keep-stale\nimages:\n  - "**/*.{jpg,png,webp}"\n' >"$origin/brand/ideogram.yml"
open 7 mallory/brand
act edits pull_request "$merge" refs/pull/7/merge "$(pull_event 7)" api-key=
scene "edits, before and after" 7 said 0 7 '0 new, 1 edited, 1 with a new caption, 6 unchanged, 1 removed'

branch 8
mkdir -p "$origin/hostile"
evil='@octocat <img src=x onerror=alert(1)> [link](https://evil.example) ![p](https://evil.example/p.png) fixes #1 GH-2 :tada: </details>'
printf 'name: "@acme <b>x</b> [l](https://evil.example) ::error::forged"\nimages: ["*.png"]\n' >"$origin/hostile/ideogram.yml"
cp "$(image_file 3)" "$origin/hostile/@acme [x](https:evil.example) <i>.png"
cp "$(image_file 4)" "$origin/hostile/::error::forged.png"
cp "$(image_file 5)" "$origin/hostile/$(printf '😀%.0s' $(seq 50))$(printf '\u202egnp.exe').png"
cp "$(image_file 6)" "$origin/hostile/plain.png"
printf '%s\n::set-output name=x::y\n##[error]forged' "$evil" >"$origin/hostile/plain.txt"
printf '😀\u202e\u2067%.0s' $(seq 200) >"$origin/hostile/::error::forged.txt"
open 8
act hostile pull_request "$merge" refs/pull/8/merge "$(pull_event 8)"
harmless() {
  local log=$work/runs/hostile/log
  said 0 8 '4 new' && ! grep -v '^::add-mask::' "$log" | grep -v -E '^::(notice|warning) (title|file)=' | grep -q -E '^ *::|##\[' &&
    ! grep -q "$(printf '\u202e')" "$log"
}
scene "names and captions that would be commands" 8 harmless

branch 9
for part in one two three; do
  mkdir -p "$origin/long-$part"
  printf 'name: Long %s\nimages: ["*.jpg"]\n' "$part" >"$origin/long-$part/ideogram.yml"
  for n in $(seq $([ $part = one ] && echo 20 || echo 90)); do
    # A comment of four bytes makes each photograph another one.
    { printf '\xff\xd8\xff\xfe\x00\x06%c%03d' "${part:0:1}" "$n"; tail -c +3 "$(image_file 16)"; } >"$origin/long-$part/night-$n.jpg"
    printf 'The harbour at night, number %d. %s' "$n" "$(printf 'Lamps and water. %.0s' $(seq 12))" >"$origin/long-$part/night-$n.txt"
  done
done
open 9
act long pull_request "$merge" refs/pull/9/merge "$(pull_event 9)"
short() {
  said 0 9 '200 new' && [ "$(body 9 | wc -c)" -le 60100 ] && grep -q 'night-20.jpg' <<<"$(body 9)" &&
    grep -q 'Left out because of the size limit' <<<"$(body 9)"
}
scene "a comment that would be too long" 9 short

branch 10
mkdir -p "$origin/trained"
printf '%s\n' 'name: Trained' 'images: ["*.jpg"]' 'update: revision' 'training: {base: ideogram-v4, model-name: Acme Harbour, start: on-change}' \
  >"$origin/trained/ideogram.yml"
for n in $(seq 15); do { printf '\xff\xd8\xff\xfe\x00\x06t%03d' "$n"; tail -c +3 "$(image_file 15)"; } >"$origin/trained/harbour-$n.jpg"; done
open 10
act promised pull_request "$merge" refs/pull/10/merge "$(pull_event 10)" allow-training=true
scene "a pull request that would train" 10 said 0 10 'starts 1 paid training'
squash 10
act trained push "$main" refs/heads/main "$(push_event "$main" "$before")" allow-training=true
trained() {
  said 0 10 '1 training started' && [ "$(control GET models | jq length)" = 1 ] &&
    [ "$(output trained models | jq -r '.[0].id')" = "$(control GET models | jq -r '.[0].id')" ]
}
scene "its merge trains once" 10 trained

model=$(control GET models | jq -r '.[0].id')
night() { act "$1" schedule "$main" refs/heads/main '{"repository": {"full_name": "acme/brand", "default_branch": "main"}}'; }
night running
scene "the night while it trains" 10 said 0 10 '1 training started'
control PUT "models/$model?status=COMPLETED"
night done
ready() { said 0 10 'The training is done.' && grep -q 'version/1</code>' <<<"$(body 10)"; }
scene "the night after the training" 10 ready
told=$(body 10)
night again
scene "the night after that" 10 test "$told" = "$(body 10)"

branch 11
mkdir -p "$origin/sparse/extra"
printf 'name: Sparse\nimages: ["**/*.jpg"]\nupdate: revision\n' >"$origin/sparse/ideogram.yml"
for n in mug-1 mug-2 mug-3 mug-4 extra/mug-5 extra/mug-6; do
  { printf '\xff\xd8\xff\xfe\x00\x06s%03d' "${n##*-}"; tail -c +3 "$(image_file 15)"; } >"$origin/sparse/$n.jpg"
done
open 11
SPARSE='/sparse/* !/sparse/extra/' act sparse pull_request "$merge" refs/pull/11/merge "$(pull_event 11)" manifests=sparse
incomplete() {
  said 1 11 'This checkout lacks 2 files of the dataset that are in git' && grep -q "$1" <<<"$(body 11)" && grep -q 'sparse-checkout' <<<"$(body 11)" &&
    nothing_sent
}
nothing_sent() { [ "$(control GET datasets | jq '[.[] | select(.name | startswith("Sparse"))] | length')" = 0 ]; }
scene "a sparse checkout of a pull request" 11 incomplete 'a merge uploads nothing'
squash 11
SPARSE='/sparse/* !/sparse/extra/' act sparse-push push "$main" refs/heads/main "$(push_event "$main" "$before")" manifests=sparse
scene "a sparse checkout of its merge" 11 incomplete '0 uploaded, 0 failed, 4 not sent'
SPARSE='/brand/*' act sparse-manifest push "$main" refs/heads/main "$(push_event "$main" "$before")" manifests=sparse
lost() { said 1 11 'This checkout lacks the manifest' && nothing_sent; }
scene "a sparse checkout without the manifest" 11 lost
act whole push "$main" refs/heads/main "$(push_event "$main" "$before")" manifests=sparse
scene "the whole checkout of the same merge" 11 said 0 11 '6 uploaded'

# Only one of three images is broken.
branch 12
mkdir -p "$origin/cut"
printf 'name: Cut\nimages: ["*.png"]\n' >"$origin/cut/ideogram.yml"
for n in 3 4 5; do cp "$(image_file $n)" "$origin/cut/image-$n.png"; done
truncate --size=-100 "$origin/cut/image-4.png"
open 12; squash 12
act cut push "$main" refs/heads/main "$(push_event "$main" "$before")" manifests=cut
counted() {
  said 1 12 'Ideogram: 0 uploaded, 1 failed, 2 not sent' && [ "$(output cut failed)" = 3 ] && [ "$(output cut uploaded)" = 0 ] &&
    [ "$(jq '.totals | .failed + .unconfirmed + .notSent' "$work/runs/cut/runner_temp/$(output cut report)")" = 3 ]
}
scene "three images, one of them cut" 12 counted

# Thousands of datasets: what does not change is one line, and the matrix fits into a variable.
git checkout --quiet main
for n in $(seq 5000); do
  mkdir -p "$origin/many/of-the-datasets/number-$n"
  printf 'name: Many %d\nimages: ["*.png"]\n' "$n" >"$origin/many/of-the-datasets/number-$n/ideogram.yml"
done
before=$main
main=$(commit "Thousands of datasets")
act groups push "$main" refs/heads/main "$(push_event "$main" "$before")" mode=matrix manifests=many
fits() {
  [ "$code" = 0 ] && [ "$(output groups matrix | wc -c)" -lt 131071 ] && [ "$(output groups matrix | jq '.include | length')" -le 256 ] &&
    MATRIX=$(output groups matrix) /bin/true
}
scene "a matrix of 5,000 manifests" 0 fits
git rm -r --quiet many
main=$(commit "No thousands")

branch 13; printf 'words' >"$origin/README.md"; open 13
act words pull_request "$merge" refs/pull/13/merge "$(pull_event 13)" manifests=brand comment=always
one_line() { said 0 13 'a merge uploads nothing' && ! grep -q 'image-3' <<<"$(body 13)" && [ "$(body 13 | grep -c Brand)" = 1 ]; }
scene "a pull request of words only" 13 one_line

# Both uses of a composite action have the runner's one name for it.
action=__self
branch 14; add 12 brand; open 14
act twice pull_request "$merge" refs/pull/14/merge "$(pull_event 14)" manifests=brand
used=$(output twice report)
act twice pull_request "$merge" refs/pull/14/merge "$(pull_event 14)" manifests=sparse
twice() {
  [ "$code" = 0 ] && [ "$used" = ideogram-build/__self.json ] && [ "$(output twice report)" = ideogram-build/__self-2.json ] &&
    [ "$(jq -r '.datasets[].manifest' "$work/runs/twice/runner_temp/$used" "$work/runs/twice/runner_temp/$(output twice report)" | tr '\n' ' ')" \
      = 'brand/ideogram.yml sparse/ideogram.yml ' ]
}
scene "two uses in one composite action" 0 twice
action=scene

EMPTY=1 act empty push "$main" refs/heads/main "$(push_event "$main" "$before")"
scene "a workspace without a checkout" 0 grep -q 'The workspace is empty: is actions/checkout missing' "$work/runs/empty/log"

if [ -n "${KEEP:-}" ]; then rm -rf "$KEEP/repository" && cp -r "$origin" "$KEEP/repository"; fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
