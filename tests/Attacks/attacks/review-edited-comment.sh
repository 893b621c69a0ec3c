# wants: a plan that nobody saw to count as reviewed: the attacker gets the bot to repeat a marker, but not at the very start of a comment of this use.
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
control DELETE "repos/acme/brand/comments/$(control GET repos/acme/brand/pulls/1/comments | jq '.[0].id')" >/dev/null
image photos/c.jpg 3
head=$(commit 'Words only [skip ci]')
pull_request 1 "$head" "$base"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")" comment=never
forged=$(sed -E "s/digest=[0-9a-f]+/digest=$(output plan-digest)/; s/(head|commit)=[0-9a-f]+/\1=$head/g" <<<"$marker")
other=$(sed -E 's/ideogram-build [0-9a-f]+/ideogram-build 000000000000/' <<<"$forged")
for body in " $forged" "> $forged" "Thanks, @mallory said: $forged" "$other" "${forged/<!--/<!---->}"; do
  control POST 'repos/acme/brand/pulls/1/comments?author=github-actions\[bot\]' --data-binary "$body" >/dev/null
done
merged 1 "$head" "$base" "$head"
act push "$head" refs/heads/main "$(push_event "$head" "$base")" require-reviewed-plan=all
exits 1
says IDEO6032
sent_nothing
