# wants: an old plan shown as today's. The report is of another run, or of an attempt that was not yet made.
start_servers
fork_report
cp "$report" "$scene/real.json"
for change in '.run.id = "41"' '.run = null' '.run.attempt = 2'; do
  cp "$scene/real.json" "$report"
  rewrite "$change"
  comment_on_fork
  exits 2
  says IDEO6024
  says report.json
done
cp "$scene/real.json" "$report"
rewrite '.kind = "upload" | .datasets[0].images |= map(.outcome = "uploaded")'
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")" mode=report reports=reports
exits 2
says IDEO6024
yes [ -z "$(comment 1)" ]
