# wants: a log command or a second line through git's own words, which quote the repository: a path, a setting, a bad line.
image a.jpg
manifest ideogram.yml
commit >/dev/null
printf 'gitdir: /x\n::error::pwned\n##vso[task.setvariable variable=a]b\n\033[2J' >../bad
mv .git ../gone && cp ../bad .git
program validate --format github
says 'IDEO4021'
no grep -q '^::error::pwned' "$scene/out"
no grep -q '^##vso' "$scene/out"
no grep -q $'\033' "$scene/out"
