# wants: a machine kept busy. A report of 21 MB and one of 80 MB, of thousands of datasets with images, problems and long captions.
start_servers
fork_report
rewrite '.datasets[0] as $d | .datasets = [range(260) as $i | $d | .manifest = "d\($i)/ideogram.yml"
  | .images = [range(100) as $n | $d.images[0] | .path = "\($n).jpg" | .caption = ("word @octocat `" * 10)]]'
yes [ "$(stat -c %s "$report")" -gt 21000000 ]
comment_on_fork
exits 0
busy_within 20
rewrite '.datasets = [range(8500) as $i | .datasets[0] | .manifest = "d\($i)/ideogram.yml" | .formerTarget = "Another" | .images = []
  | .diagnostics = [range(4) | {code: "IDEO2001", severity: "warning",
    title: "t", message: ("@octocat `x` " * 40), file: "f", line: 1, column: 1,
    helpLink: "https://github.com/ideogram-build/ideogram-build/blob/main/docs/diagnostics.md#ideo2001"}]]'
yes [ "$(stat -c %s "$report")" -gt 21000000 ]
comment_on_fork
exits 0
busy_within 20
truncate -s 80M "$report"
comment_on_fork
exits 2
busy_within 5
says IDEO6021
