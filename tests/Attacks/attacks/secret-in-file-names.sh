# wants: the key in the pull request's comment. The dataset holds files whose names are the key, spelled so that a plain search does not find it.
start_servers
image a.jpg
manifest ideogram.yml 'foreign: keep'
base=$(commit)
id=$(curl -fsS -H "Api-Key: $key" -H 'Content-Type: application/json' -d '{"name":"Brand"}' "$ideogram/datasets" | jq -r .dataset_id)
n=10
while IFS= read -r spelled; do
  n=$((n + 1))
  image "../sent/$n.jpg" "$n"
  file=${spelled//\\/}
  curl -fsS -H "Api-Key: $key" -F "files=@../sent/$n.jpg;filename=\"${file//\//_}-$n.jpg\"" "$ideogram/datasets/$id/upload_assets" >/dev/null
done < <(spellings "$key")
image b.jpg 2
head=$(commit)
pull_request 7 "$head" "$base"
act pull_request "$head" refs/pull/7/merge "$(pull_event 7 "$head" "$base")"
exits 0
comment 7 >"$scene/comment"
yes grep -q 'foreign' "$scene/comment"
yes grep -qF '***' "$scene/comment"
cat "$scene"/runner/temp/ideogram-build/*.json >>"$scene/all"
program preview --api-url "$ideogram"
cat ideogram-preview.html >>"$scene/all"
while IFS= read -r spelled; do never "$spelled"; done < <(spellings "$key")
