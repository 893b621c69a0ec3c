# wants: a lie shown instead of the truth. Two reports tell of the same manifest, or one tells of it twice.
start_servers
fork_report
jq '.datasets[0].name = "Another"' "$report" >"${report%/*}/0.json"
comment_on_fork
exits 2
says IDEO6022
rm "${report%/*}/0.json"
rewrite '.datasets += .datasets'
comment_on_fork
exits 2
says IDEO6022
yes [ -z "$(comment 1)" ]
