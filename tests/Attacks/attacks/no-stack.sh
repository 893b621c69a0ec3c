# wants: a stack trace, which tells of the machine and helps nobody. A folder that is gone ends in one sentence, for every command. What nothing else
# catches, here a full disk behind the output, ends in one coded line.
mkdir "$scene/gone"
for command in validate plan upload train preview doctor init action; do
  cd "$scene/gone" && rmdir "$scene/gone"
  program "$command"
  cd "$scene" && mkdir "$scene/gone"
  exits 2
  says 'The current folder was deleted, or cannot be read.'
  yes [ "$(wc -l <"$scene/err")" = 1 ]
done
for arguments in --help 'completion bash'; do
  code=0
  # shellcheck disable=SC2086
  timeout 60 "$PROGRAM" $arguments >/dev/full 2>"$scene/err" </dev/null || code=$?
  : >"$scene/out"
  exits 1
  says 'ideogram-build : error IDEO9001: '
  yes [ "$(wc -l <"$scene/err")" = 1 ]
done
