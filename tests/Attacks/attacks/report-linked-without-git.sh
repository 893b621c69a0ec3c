# wants: as report-linked-folder, where the files came without git, as from an archive: then the current folder is the bound.
image a.jpg
manifest ideogram.yml
ln -s "$HOME" out
ln -s "$HOME/report.json" report.json
program validate --report out/report.json
exits 2
program validate --report report.json
exits 2
program preview --output out/page.html
exits 2
unwritten "$HOME/report.json"
unwritten "$HOME/page.html"
# What the machine's owner links above the repository stays usable.
mkdir "$scene/real"
ln -s "$scene/real" "$scene/linked"
program validate --report "$scene/linked/report.json"
exits 0
yes [ -s "$scene/real/report.json" ]
