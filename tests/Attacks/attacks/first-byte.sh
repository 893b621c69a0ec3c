# wants: anything that a name can be taken for. Every byte that a name can begin with, for the file system knows only two that it cannot: only this manifest is read.
image a.jpg
printf 'name: Decoy\nimages: ["*.jpg"]\n' >ideogram.yml
for byte in $(seq 1 255); do
  [ "$byte" -ne 47 ] || continue
  file=$(printf "\\x$(printf %02x "$byte")_")
  file=${file%_}x.ideogram.yml
  printf 'name: Only this\nimages: ["*.jpg"]\n' >"$file"
  if [ "$byte" -eq 45 ]; then program validate -- "$file"; else program validate "$file"; fi
  # A dot file is never read; control characters, a backslash and what is not UTF-8 may be refused, with a code.
  if [ "$byte" -gt 32 ] && [ "$byte" -lt 127 ] && [ "$byte" -ne 46 ] && [ "$byte" -ne 92 ]; then
    exits 0
    says 'Only this'
  else
    holds
    grep -qE "Only this|error IDEO" "$scene/out" || got_through "byte $byte: neither read nor refused"
  fi
  rm -- "$file"
done
never Decoy
