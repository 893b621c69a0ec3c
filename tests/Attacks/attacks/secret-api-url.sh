# wants: the password in an address that is refused, or one that a server is named by, to be printed with the refusal.
image a.jpg
manifest ideogram.yml
for address in 'https://bob:hunter2@host' 'https://bob:hun/hunter2@host' 'http://bob:hunter2@host' \
  'ftp://bob:hunter2@host' 'https://bob:hunter2@' 'bob:hunter2@host'; do
  program plan --api-url "$address"
  exits 2
done
commit=$(commit)
ENVIRONMENT=(GITHUB_SERVER_URL=https://bob:hunter2@github.example)
ideogram=http://127.0.0.1:9 github=http://127.0.0.1:9
act push "$commit" refs/heads/main "$(push_event "$commit" "$commit")" 'api-url=https://bob:hun/hunter2@host'
exits 2
act push "$commit" refs/heads/side "$(push_event "$commit" "$commit")" mode=validate github-token=
never bob
never hunter2
