# wants: a crash. Sizes and counts are larger than any number that a sum can hold, and a dataset has 101 images.
start_servers
fork_report
cp "$report" "$scene/real.json"
for change in '.datasets[0].images |= map(.bytes = 9223372036854775807)' '.datasets[0].images[0].width = 4294967296' \
  '.datasets[0].images[0].bytes = -1' '.datasets[0].images[0].bytes = 1e400' \
  '.datasets[0].imagesBefore = 2147483647' '.milliseconds = 9223372036854775807' '.datasets[0].assets.bytes = 9223372036854775807' \
  '.datasets[0].assets.broken = 2147483647' \
  '.datasets[0].images |= [range(101) as $i | .[0]]' \
  '.datasets[0].diagnostics = [range(20000) |
    {code: "IDEO2001", severity: "error", title: "t", message: "m", file: "f", line: 1, column: 1, helpLink: "x"}]'; do
  cp "$scene/real.json" "$report"
  rewrite "$change"
  # jq knows no integer of 63 bits.
  sed -i 's/9223372036854775[0-9]*/9223372036854775807/; s/1.7976931348623157e+308/1e400/' "$report"
  comment_on_fork
  exits 2
  says IDEO6010
  says report.json
done
yes [ -z "$(comment 1)" ]
