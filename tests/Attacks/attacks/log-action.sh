# wants: the job's environment. In the action a name of a pull request reaches the log, annotations and outputs.
start_servers
image brand/a.jpg
manifest brand/ideogram.yml
base=$(commit)
for text in '##vso[task.complete]x' '::set-output name=x::y' '##[group]x' $'a\e[2Kb'; do hostile "$text"; done
head=$(commit)
pull_request 1 "$head" "$base"
act pull_request "$head" refs/pull/1/merge "$(pull_event 1 "$head" "$base")"
exits 1
obeys_nothing
act push "$head" refs/heads/main "$(push_event "$head" "$base")" mode=matrix
exits 2
obeys_nothing
# A name with a control character is refused; the matrix of the others holds no command, and two of one name are told (IDEO4005).
find . -depth -name $'*\e*' -exec rm -r {} +
head=$(commit)
act push "$head" refs/heads/main "$(push_event "$head" "$base")" mode=matrix
exits 1
says IDEO4005
obeys_nothing
no grep -F '##' <<<"$(output matrix)"
yes jq -e '[.include[].manifests] | any(contains("##vso[task.complete]x"))' <<<"$(output matrix)"
act push "$head" refs/heads/main "$(push_event "$head" "$base")" mode='##vso[task.complete]x'
exits 2
obeys_nothing
