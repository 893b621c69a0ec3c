# wants: "5 uploaded" under the bot's name on an open pull request. The fork's run writes whatever report it likes.
start_servers
fork_report
rewrite '.kind = "upload" | .datasets[0] |= (.source = "dataset" | .id = "evil-id" | .created = true | .pin = true | .imagesSeen = 5
  | .training = {modelName: "Evil", outcome: "started", modelId: "m1", status: "TRAINING", runStatus: null, customModelUri: "ideogram://evil", reason: null}
  | .images |= map(.outcome = "uploaded") | .totals.uploaded = 5) | .totals.uploaded = 5'
comment_on_fork
exits 0
yes grep -qF 'a merge uploads 1 image' <<<"$(comment 1)"
yes grep -qF 'not checked: run 42 of <code>mallory/brand</code>' <<<"$(comment 1)"
for claim in '✅' uploaded evil-id Evil ideogram://evil; do no grep -qF "$claim" <<<"$(comment 1)"; done
yes [ "$(output uploaded)" = 0 ]
yes [ "$(output dataset-ids)" = '[]' ]
yes [ "$(output models)" = '[]' ]
