# wants: anything that a name can be taken for. A name can begin with every byte but two: whichever it is, this manifest is read or refused, and nothing else.
image a.jpg
printf 'name: Decoy\nimages: ["*.jpg"]\n' >ideogram.yml
named() {
  file=$(printf "\\x$(printf %02x "$1")_")
  file=${file%_}x.ideogram.yml
  printf 'name: Only %s.\nimages: ["*.jpg"]\n' "$1" >"$file"
}
files=()
for byte in $(seq 1 46) $(seq 48 255); do
  named "$byte"
  files+=("$file")
done
program validate -- "${files[@]}"
says '92 images checked'
yes grep -q 'error IDEO' "$scene/out"
for byte in $(seq 33 44) $(seq 48 91) $(seq 93 126); do
  named "$byte"
  program validate "$file"
  exits 0
  says "'Only $byte.'"
done
never Decoy
