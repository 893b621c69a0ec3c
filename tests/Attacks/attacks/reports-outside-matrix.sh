# wants: a manifest in the comment that no job was for. The matrix names brand/ideogram.yml alone.
start_servers
fork_report
rewrite '.datasets += [.datasets[0] | .manifest = "evil/ideogram.yml"]'
comment_on_fork 'matrix={"include":[{"name":"brand","manifests":"brand/ideogram.yml"}]}'
exits 2
says IDEO6023
says evil/ideogram.yml
yes [ -z "$(comment 1)" ]
