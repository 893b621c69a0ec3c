# The Quickstart once with the program and once with the image: the same comment, the same outputs.
same() {
  local kind
  for kind in program image; do
    dotnet run --no-build --project samples/Quickstart -- --port 5077 --page "$work/$kind.html" $([ $kind = program ] || echo "--image ideogram-build-scenes") >"$work/$kind.log" || return 1
    # What differs from run to run: commits and the dataset's id.
    local id
    id=$(sed -nE 's/^ *dataset-ids=\["(.*)"\]$/\1/p' "$work/$kind.log")
    sed -E "s/$id/ID/g; s#/blob/[0-9a-f]{40}/#/blob/SHA/#g" "$work/$kind.html" >"$work/$kind.comment"
    sed -nE '/^== The step/,$p' "$work/$kind.log" | grep -v '^The comment as a page' | sed -E "s/$id/ID/g" >"$work/$kind.outputs"
  done
  cat "$work/image.outputs"
  diff "$work/program.comment" "$work/image.comment" && diff "$work/program.outputs" "$work/image.outputs"
}
# An image of an earlier run would be another program's.
if [ "${has_image:-}" = true ] && podman image exists ideogram-build-scenes; then
  check "the image says what the program says" same
else
  skip "the image says what the program says" "no image"
fi
