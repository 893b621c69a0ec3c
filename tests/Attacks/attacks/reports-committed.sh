# wants: a comment of the attacker's making. A pull request commits 1,000 files that look like reports where the job that merges reports looks.
start_servers
fork_report
for i in $(seq 1000); do mkdir -p "reports/$i" && jq --arg m "d$i/ideogram.yml" '.datasets[0].manifest = $m' "$report" >"reports/$i/report.json"; done
decoys=$(commit)
act pull_request "$decoys" refs/pull/1/merge "$(pull_event 1 "$decoys" "$base")" mode=report reports="$scene/workspace/reports"
exits 2
says IDEO6020
rm "$report"
rmdir "$scene/runner/temp/reports"
act pull_request "$decoys" refs/pull/1/merge "$(pull_event 1 "$decoys" "$base")" mode=report reports=reports
exits 2
says IDEO6020
yes [ -z "$(comment 1)" ]
