# wants: a file that is read from where the attacker cannot write. Reports, their folder, or a folder above are links; or the folder is a repository of its own.
start_servers
fork_report
temp=$scene/runner/temp
mkdir -p "$scene/workspace/out" && cp "$report" "$scene/workspace/out/report.json"
ln -s "$report" "$temp/file.json"
ln -s "$scene/workspace/out" "$temp/folder"
mkdir -p "$temp/inside" && ln -s "$report" "$temp/inside/report.json"
mkdir -p "$temp/hidden" && ln -s "$scene/workspace/out" "$temp/hidden/deeper"
mkdir -p "$temp/tree/reports" && as_author -C "$temp/tree" init --quiet && cp "$report" "$temp/tree/reports"
mkdir -p "$scene/elsewhere-files" && cp "$report" "$scene/elsewhere-files"
for place in file.json folder folder/report.json inside hidden hidden/deeper/report.json tree tree/reports \
  tree/reports/report.json ../../elsewhere-files "$scene/workspace/out" out; do
  comment_on_fork "reports=$place"
  exits 2
  says IDEO6020
done
yes [ -z "$(comment 1)" ]
