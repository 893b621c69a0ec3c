# wants: a manifest of his in the matrix of a repository that takes only named ones. A line break in a folder's name makes two lines of one path.
start_servers
image good/a.jpg
manifest good/ideogram.yml
sha=$(commit)
for folder in $'x\ngood' $'x\rgood' $'x\u2028good' $'x\u0085good' 'x\good' $'x\tgood'; do
  image "$folder/a.jpg" 2
  manifest "$folder/ideogram.yml"
  act push "$sha" refs/heads/main "$(push_event "$sha" "$sha")" mode=matrix
  exits 2
  says IDEO1031
  yes [ -z "$(output matrix)" ]
  rm -r "$folder"
done
act push "$sha" refs/heads/main "$(push_event "$sha" "$sha")" mode=matrix
exits 0
yes [ "$(output matrix | jq -r '.include[].manifests')" = good/ideogram.yml ]
