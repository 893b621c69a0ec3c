# wants: a dataset that nobody looks at. A manifest in the folder 'a\b' fell out of the matrix, since its path was read as a/b.
start_servers
image a/b/x.jpg
image 'a\b/y.jpg' 2
manifest a/b/ideogram.yml
manifest 'a\b/ideogram.yml' 'training: {base: ideogram-v4, start: on-change}'
sha=$(commit)
act push "$sha" refs/heads/main "$(push_event "$sha" "$sha")" mode=matrix
exits 2
says IDEO1031
says 'a\b/ideogram.yml'
act push "$sha" refs/heads/feature "$(push_event "$sha" "$sha")" mode=validate
exits 1
says IDEO1031
program validate
exits 1
says IDEO1031
