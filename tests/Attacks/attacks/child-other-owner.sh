# wants: a repository obeyed that belongs to another user of the machine: git's own refusal switched off. (git has a variable for its own tests that stands
# for the other owner.)
image a.jpg
manifest ideogram.yml
image b.jpg 2
commit >/dev/null
mkdir ../bin
printf '#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "%s" "$@"\n' "$(command -v git)" >../bin/git
chmod +x ../bin/git
ENVIRONMENT=(PATH="$scene/bin:$PATH")
program validate
exits 0
says 'IDEO4021'
says 'dubious ownership'
says 'git config --global --add safe.directory'
yes [ "$(grep -c IDEO4021 "$scene/out")" = 1 ]
as_author config --global --add safe.directory "$scene/workspace"
program validate
exits 0
no grep -q IDEO4021 "$scene/out"
