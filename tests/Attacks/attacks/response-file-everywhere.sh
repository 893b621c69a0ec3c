# wants: lines of a file that is none of the repository's, or options of its own. Every command takes names; a name that begins with @ is only a name.
start_servers
image a.jpg
manifest @x.ideogram.yml
mkdir @d
image @d/b.jpg 2
printf -- '--api-url\n%s\n--allow-training\nsecret-line\n' "$elsewhere" >x.ideogram.yml
cp x.ideogram.yml d
for command in validate plan upload train preview doctor; do
  if [ "$command" = validate ]; then address=(); else address=(--api-url "$ideogram"); fi
  program "$command" "${address[@]}" @x.ideogram.yml
  # The doctor has more to say than about datasets, and this one has no training.
  case $command in doctor | train) ;; *) exits 0 ;; esac
  says Brand
  program "$command" "${address[@]}" -- @x.ideogram.yml
  says Brand
done
program init @d --no-workflow
exits 0
yes test -f @d/ideogram.yml
program @x.ideogram.yml
exits 2
program validate --format @x.ideogram.yml
exits 2
never secret-line
