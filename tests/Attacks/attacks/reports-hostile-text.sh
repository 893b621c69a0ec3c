# wants: mentions, links, pictures, workflow commands and files outside from what a report says: names, paths, ids and addresses.
start_servers
fork_report
cp "$report" "$scene/real.json"
evil='@octocat <img src=https://evil.example/x> [x](https://evil.example) ##vso[task.setvariable variable=a]b'
rewrite --arg e "$evil" '.datasets[0] |= (.name = $e | .formerTarget = $e
  | .images |= map(.path = $e | .caption = $e | .remoteName = $e | .formerPath = $e | .twins = [$e]) | .stale = [{name: $e, bytes: 1}]
  | .diagnostics = [{code: "IDEO2001", severity: "warning", title: ("::error::x\n" + $e), message: ("\n::error::x " + $e),
    file: ("a\n::error::x " + ($e | gsub("/"; ""))), line: 1, column: 1,
    helpLink: "https://github.com/ideogram-build/ideogram-build/blob/main/docs/diagnostics.md#ideo2001"}])'
comment_on_fork
exits 0
no grep -q '^::error' "$scene/out"
no grep -qE '<img src=https|src="https?://evil' <<<"$(comment 1)"
no grep -qE '(^|[^>])@octocat' <<<"$(comment 1 | sed 's/<code>[^<]*<\/code>//g')"
for change in '.datasets[0].diagnostics = [{code: "IDEO2001", severity: "error", title: "t", message: "m",
    file: "f", line: 1, column: 1, helpLink: "https://evil.example"}]' \
  '.datasets[0].manifest = "../../etc/passwd"' '.datasets[0].manifest = "/etc/passwd"' \
  '.datasets[0].images[0].file = "a/../../../evil/repository/blob/main/x"' '.datasets[0].images[0].sha256 = "../x"'; do
  cp "$scene/real.json" "$report"
  rewrite "$change"
  comment_on_fork
  exits 2
  says IDEO6010
done
