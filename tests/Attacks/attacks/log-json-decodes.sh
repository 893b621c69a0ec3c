# wants: a report that a later step misreads. The JSON in a log holds no command, and is read back as the names that are there.
image '##vso[x]/a.jpg'
manifest '##vso[x]/ideogram.yml' '"##[error]y": 1'
program validate --format json --report report.json
exits 1
never '##'
yes jq -e '.[0].file == "##vso[x]/ideogram.yml" and (map(.message) | any(contains("##[error]y")) )' "$scene/out"
no grep -F '##' report.json
yes jq -e '.datasets[0].manifest == "##vso[x]/ideogram.yml"' report.json
