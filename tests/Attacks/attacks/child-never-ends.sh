# wants: a machine kept busy: an index that is a pipe nobody writes to, and one that git reads for ever.
# waits: for a git that never ends.
image a.jpg
manifest ideogram.yml
commit >/dev/null
rm .git/index && mkfifo .git/index
program validate
exits 0
within 20
says 'IDEO4021'
rm .git/index && ln -s /dev/zero .git/index
program validate
exits 0
within 20
rm .git/index && commit >/dev/null && rm .git/HEAD && mkfifo .git/HEAD
program validate
within 20
