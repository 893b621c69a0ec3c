# wants: the user's work destroyed. A file of the repository, a pipe and a folder lie where the CI writes its report or page; and a file with narrow
# permissions gets wide ones.
image a.jpg
manifest ideogram.yml
printf 'work\n' >notes.md
mkfifo pipe
mkdir folder
for file in notes.md pipe folder; do
  program validate --report "$file"
  exits 2
  program preview --output "$file"
  exits 2
done
same_as notes.md work
yes [ -p pipe ]
yes [ -d folder ]
program validate --report report.json
exits 0
chmod 600 report.json
program validate --report report.json
exits 0
yes [ "$(stat -c %a report.json)" = 600 ]
yes [ -z "$(find . -name ".ideogram*")" ]
