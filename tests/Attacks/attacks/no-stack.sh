# wants: a stack trace, which tells of the machine and helps nobody. What nothing else catches ends in one coded line, for every command.
mkdir "$scene/gone"
for command in validate plan upload train preview doctor init action; do
  cd "$scene/gone" && rmdir "$scene/gone"
  program "$command"
  cd "$scene" && mkdir "$scene/gone"
  exits 1
  says IDEO9001
  yes [ "$(wc -l <"$scene/err")" = 1 ]
done
