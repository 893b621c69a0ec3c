# wants: the reviewer to see another picture than the one that is sent. 'logos\a.jpg' was shown as logos/a.jpg, which is harmless.
start_servers
image logos/a.jpg 1
manifest sets/ideogram.yml
base=$(commit)
image 'sets/logos\a.jpg' 2
image 'sets/logos/a.jpg' 3
manifest sets/ideogram.yml
head=$(commit)
pull_request 1 "$head" "$base"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")"
exits 1
says IDEO1031
yes [ "$(comment 1 | grep -c "logos/a.jpg?raw=true")" -le 1 ]
yes grep -qF 'IDEO1031' <(comment 1)
sent_nothing
program upload sets/ideogram.yml --api-url "$ideogram"
exits 1
sent_nothing
