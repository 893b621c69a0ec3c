# wants: the runner's own tokens, which a step holds beside the key: a service that got hold of one repeats it.
image a.jpg
manifest ideogram.yml
ENVIRONMENT=(ACTIONS_RUNTIME_TOKEN=eyJhbGci.runtime.9f2c ACTIONS_ID_TOKEN_REQUEST_TOKEN=eyJhbGci.oidc.77aa GH_TOKEN=gho_other66)
for secret in eyJhbGci.runtime.9f2c eyJhbGci.oidc.77aa gho_other66 "$token"; do
  raw "$(json_answer '400 Bad Request' "{\"message\":\"$secret\"}")"
  program plan --api-url "http://$raw"
  exits 1
  never "$secret"
done
