# wants: manifests and images of the machine's other folders. The inputs come from a pull request's file, or name a link in the repository.
start_servers
image a.jpg
manifest ideogram.yml
mkdir -p "$scene/other" "$scene/workspace-2"
image ../other/secret.jpg 2
manifest ../other/ideogram.yml
image ../workspace-2/secret.jpg 2
manifest ../workspace-2/ideogram.yml
ln -s "$scene/other" linked
mkdir deep
ln -s "$scene/other/ideogram.yml" deep/x.ideogram.yml
sha=$(commit)
for setting in working-directory=../.. working-directory=../other working-directory="$scene/other" \
  working-directory=linked working-directory=../workspace-2 working-directory=deep/../linked \
  manifests=../other/ideogram.yml manifests="$scene/other" manifests=linked manifests=linked/ideogram.yml \
  manifests=deep/x.ideogram.yml manifests=../workspace-2 manifests='../other/*.yml'; do
  act push "$sha" refs/heads/main "$(push_event "$sha" "$sha")" "$setting"
  exits 2
  says IDEO6007
done
never secret.jpg
sent_nothing
