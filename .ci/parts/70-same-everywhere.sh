# The Quickstart once with the program and once with the image: the same comment, and the same log of the merge.
same() {
  local kind
  for kind in program image; do
    dotnet samples/Quickstart/bin/Debug/net10.0/quickstart.dll --port 5077 --page "$work/$kind.html" $([ $kind = program ] || echo "--image ideogram-build-scenes") >"$work/$kind.log" || return 1
    # What differs from run to run: commits and the dataset's id. Without an id nothing was uploaded, and nothing could be compared.
    local id
    id=$(sed -nE "s/^ *dataset '.*, dataset ([A-Za-z0-9_-]+)\)\$/\1/p" "$work/$kind.log")
    [[ $id =~ ^[A-Za-z0-9_-]+$ ]] || return 1
    sed -E "s/$id/ID/g; s/\b[0-9a-f]{40}\b/SHA/g; s#<code>[0-9a-f]{7}</code>#<code>SHA</code>#g" "$work/$kind.html" >"$work/$kind.comment"
    sed -nE '/^== The merge/,$p' "$work/$kind.log" | grep -v '^The comment as a page' | sed -E "s/$id/ID/g" >"$work/$kind.merge"
    grep -q ' uploaded  ' "$work/$kind.merge" || return 1
  done
  cat "$work/image.merge"
  diff "$work/program.comment" "$work/image.comment" && diff "$work/program.merge" "$work/image.merge"
}
# An image of an earlier run would be another program's.
if [ "${has_image:-}" = true ] && podman image exists ideogram-build-scenes; then
  check "the image says what the program says" same
else
  skip "the image says what the program says" "no image"
fi
