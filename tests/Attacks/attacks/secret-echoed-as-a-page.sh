# wants: the key in the log, from an answer that is no JSON: a text, half URL-encoded, half in entities, and a JSON text inside JSON.
image a.jpg
manifest ideogram.yml
for body in "key=attack%2dkey-93d1&#99;06b5\\u0065" "\"{\\\"key\\\":\\\"attack\\\\u002dkey-93d1c06b5e\\\"}\"" "attack-key%252D93d1c06b5e"; do
  raw "$(json_answer '400 Bad Request' "$body")"
  program plan --api-url "http://$raw"
  exits 1
  says '***'
  never 93d1
done
