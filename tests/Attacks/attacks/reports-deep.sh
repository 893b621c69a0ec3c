# wants: the program's stack. A report nests 100,000 deep, in a known member, in an unknown one, and as a whole.
start_servers
fork_report
deep=$(printf '[%.0s' $(seq 100000))
for text in "$deep" "{\"version\":1,\"datasets\":$deep" "{\"surprise\":$deep" "$(sed 's/\]/}/g' <<<"$deep]")"; do
  printf '%s' "$text" >"$report"
  comment_on_fork
  exits 2
  says IDEO6010
  busy_within 10
done
yes [ -z "$(comment 1)" ]
