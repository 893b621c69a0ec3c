# wants: the API key. Of an option that is given twice one wins in silence; the second comes from the attacker.
start_servers
image a.jpg
manifest ideogram.yml
twice() {
  program "$@"
  exits 2
  says 'is given 2 times'
}
for first in "--api-url $ideogram" "--api-url=$ideogram" "--api-url:$ideogram"; do
  for second in "--api-url $elsewhere" "--api-url=$elsewhere" "--api-url:$elsewhere"; do
    # shellcheck disable=SC2086
    for command in plan upload train preview doctor; do twice $command $first $second; done
  done
done
twice upload --api-url "$ideogram" --allow-training --allow-training
twice upload --api-url "$ideogram" --max-trainings 1 --max-trainings=9
twice train --api-url "$ideogram" --again --again=true
twice validate --report a.json --report=b.json
twice preview --output a.html --output:b.html
twice validate --format text --format json
twice plan --api-url "$ideogram" --check --check=false
twice init --name A --name B
twice init --no-workflow --no-workflow:false
twice validate -h --help
twice --version --version
unwritten a.json
unwritten b.html
sent_nothing
