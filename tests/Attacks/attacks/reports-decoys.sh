# wants: the real reports dropped. A job of the same run leaves 1,000 reports beside the real one.
start_servers
fork_report
for i in $(seq 1000); do jq --arg m "d$i/ideogram.yml" '.datasets[0].manifest = $m' "$report" >"${report%/*}/a$i.json"; done
comment_on_fork
exits 2
says IDEO6021
yes [ -z "$(comment 1)" ]
