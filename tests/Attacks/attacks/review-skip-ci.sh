# wants: a merge to upload what no comment ever showed: after the review comes a commit with [skip ci], for which no run plans anything.
# waits: for the program's retries.
start_servers
image photos/a.jpg 1
manifest ideogram.yml
base=$(commit)
image photos/b.jpg 2
reviewed=$(commit)
pull_request 1 "$reviewed" "$base"
act pull_request "$reviewed" refs/pull/1/merge "$(pull_event 1 "$reviewed" "$base")"
exits 0
image photos/b.jpg 3
image photos/c.jpg 4
sed -i 's/Brand/Elsewhere/' ideogram.yml
head=$(commit 'Words only [skip ci]')
pull_request 1 "$head" "$base"
merged 1 "$head" "$base" "$head"
act push "$head" refs/heads/main "$(push_event "$head" "$base")" require-reviewed-plan=all
exits 1
says IDEO6032
sent_nothing
act push "$head" refs/heads/main "$(push_event "$head" "$base")"
exits 0
says IDEO6031
yes grep -q '<b>not the reviewed plan</b>' <(comment 1)
yes grep -q '<b>the target, 1 image added, 1 image changed</b>' <(comment 1)
