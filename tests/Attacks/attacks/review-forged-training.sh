# wants: the scheduled run to ask Ideogram, with the key, for addresses that the attacker chose, to repeat the attacker's text as the bot, or to
# ask for ever. The marker of a comment names the models whose end is told: the attacker writes one, and edits the bot's own.
start_servers
image photos/a.jpg 1
manifest ideogram.yml
base=$(commit)
image photos/b.jpg 2
head=$(commit)
pull_request 1 "$head" "$base"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")"
exits 0
key_of=$(comment 1 | head -n 1 | cut -d' ' -f3)
merged 1 "$head" "$base" "$head"
trained() { printf '<!-- ideogram-build %s training models=%s -->\n%s' "$key_of" "$1" 'The text below.'; }
control POST 'repos/acme/brand/pulls/1/comments?author=mallory' --data-binary "$(trained mallorys-model)" >/dev/null
night() { act schedule "$head" refs/heads/main '{"repository": {"full_name": "acme/brand", "default_branch": "main"}}'; }
asked() { control GET requests | jq '(.counts.model // 0) + (.counts.unknown // 0)'; }
night
no grep -q mallorys-model "$scene/all"
yes [ "$(asked)" = 0 ]

# An editor of the bot's comment chooses what stands in its marker.
edit() {
  local old
  old=$(control GET repos/acme/brand/pulls/1/comments | jq '[.[] | select(.author == "github-actions[bot]")][0].id')
  control DELETE "repos/acme/brand/comments/$old" >/dev/null
  control POST 'repos/acme/brand/pulls/1/comments?author=github-actions\[bot\]' --data-binary "$(trained "$1")" >/dev/null
}
for ids in '../datasets' '%2e%2e%2fdatasets' 'a/../../datasets' '?x=y' "$elsewhere/x" '@octocat' '<img/src=x>' "$(printf 'x%.0s' $(seq 100))"; do
  edit "$ids"
  night
  yes [ "$(asked)" = 0 ]
  yes grep -q '^The text below.' <(comment 1)
done

# A thousand of them cost twenty requests, and end after one night.
edit "$(seq -s, 1000)"
night
yes [ "$(asked)" = 20 ]
night
yes [ "$(asked)" = 20 ]
