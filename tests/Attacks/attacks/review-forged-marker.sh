# wants: a plan that nobody saw to count as reviewed: the attacker writes the comment's marker, with the digest of the plan that is to be uploaded.
start_servers
image photos/a.jpg 1
manifest ideogram.yml
base=$(commit)
image photos/b.jpg 2
reviewed=$(commit)
pull_request 1 "$reviewed" "$base"
act pull_request "$reviewed" refs/pull/1/merge "$(pull_event 1 "$reviewed" "$base")"
exits 0
marker=$(comment 1 | head -n 1)
image photos/c.jpg 3
head=$(commit 'Words only [skip ci]')
pull_request 1 "$head" "$base"
# What a run for the last commit would write.
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")" comment=never
digest=$(sed -n '/^plan-digest<</{n;p}' "$scene/runner/file_commands/output")
yes grep -qE '^[0-9a-f]{64}$' <<<"$digest"
forged=$(sed -E "s/digest=[0-9a-f]+/digest=$digest/; s/(head|commit)=[0-9a-f]+/\1=$head/g" <<<"$marker")
for body in "$forged" "Looks good. $forged" "> $forged"; do
  control POST 'repos/acme/brand/pulls/1/comments?author=mallory' --data-binary "$body" >/dev/null
done
merged 1 "$head" "$base" "$head"
act push "$head" refs/heads/main "$(push_event "$head" "$base")" require-reviewed-plan=all
exits 1
says IDEO6032
sent_nothing
