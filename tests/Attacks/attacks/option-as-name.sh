# wants: a training, a file or an address of its own. A shell puts names of files in place of *; a file may be called like an option.
start_servers
mkdir brand
for i in $(seq 16); do image "brand/$i.jpg" "$i"; done
manifest brand/ideogram.yml 'update: revision' 'training: { base: ideogram-v3, model-name: Their model, start: on-change }'
: >--allow-training
program upload --api-url "$ideogram" *
exits 2
says "write './--allow-training'"
sent_nothing
yes jq -e 'length == 0' <<<"$(control GET models)"
rm -- --allow-training
: >--report=stolen.json
program validate *
exits 2
unwritten stolen.json
rm -- --report=stolen.json
: >"--api-url=http:${elsewhere#http://}#x.ideogram.yml"
program plan *
exits 2
: >-h
program validate *
exits 2
program validate -- brand
exits 0
