# wants: the key in the log. The service answers with an error that repeats the key, each time in another spelling, at the place where long texts are cut too.
image a.jpg
manifest ideogram.yml
while IFS= read -r spelled; do
  raw "$(json_answer '400 Bad Request' "$(jq -cn --arg s "$spelled" '{message: ("no key " + $s + " here")}')")"
  program plan --api-url "http://$raw" --report report.json
  exits 1
  says '***'
  cat report.json >>"$scene/all"
  never "$spelled"
done < <(spellings "$key")
raw "$(json_answer '400 Bad Request' "{\"message\":\"$(printf 'x%.0s' $(seq 285)) $key\"}")"
program plan --api-url "http://$raw"
exits 1
never "${key:0:8}"
