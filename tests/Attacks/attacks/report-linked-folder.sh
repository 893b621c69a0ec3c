# wants: a file where the build machine trusts files. "--report out/report.json" is in everybody's CI, and "out" is a link in the pull request.
image a.jpg
manifest ideogram.yml
mkdir -p "$HOME/hooks"
mkdir sub
ln -s "$HOME/hooks" out
ln -s "$HOME/nowhere" dangling
ln -s ../out sub/up
commit >/dev/null
for file in out/report.json out/a/b/report.json dangling/report.json sub/up/report.json "$PWD/out/report.json" sub/../out/report.json; do
  program validate --report "$file"
  exits 2
  says IDEO4060
  says 'is a symbolic link'
done
# From a folder below the top, and upwards out of it: still the repository's link.
cd sub || exit 1
program validate .. --report ../out/report.json
exits 2
unwritten "$HOME/nowhere"
yes [ -z "$(ls -A "$HOME/hooks")" ]
