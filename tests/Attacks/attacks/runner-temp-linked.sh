# wants: a file outside overwritten by the action's report. An earlier step, which runs the pull request's code, left a link in the runner's temp folder.
start_servers
image a.jpg
manifest ideogram.yml
sha=$(commit)
printf 'mine\n' >"$HOME/.bashrc"
mkdir "$scene/runner/temp/ideogram-build"
ln -s "$HOME/.bashrc" "$scene/runner/temp/ideogram-build/attack.json"
act push "$sha" refs/heads/feature "$(push_event "$sha" "$sha")" mode=validate
same_as "$HOME/.bashrc" mine
rm -r "$scene/runner/temp/ideogram-build"
ln -s "$HOME" "$scene/runner/temp/ideogram-build"
act push "$sha" refs/heads/feature "$(push_event "$sha" "$sha")" mode=validate
unwritten "$HOME/attack.json"
