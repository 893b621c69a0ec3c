# The program as this machine runs it, one native file, which everything below runs; and the build that needs no linker. Neither may give a warning.
publish() {
  local name=$1 platform=$2
  shift 2
  dotnet publish action -c Release -r "$platform" -o "$work/$name" --artifacts-path "$work/$name-artifacts" "$@" >"$work/$name.log" || { tail -n 20 "$work/$name.log"; return 1; }
  ! grep -E ': warning ' "$work/$name.log" || return 1
  du -sh "$work/$name" | cut -f1
}
platform=linux-$(case "$(uname -m)" in aarch64) echo arm64 ;; *) echo x64 ;; esac)
check "the program, ready to run" publish ready-to-run "$platform" -p:ProgramAot=false -p:RunAnalyzers=false
if command -v clang >/dev/null; then
  check "the program, native" publish native "$platform" -p:ProgramAot=true
  PROGRAM=$work/native/ideogram-build
else
  skip "the program, native" "no clang"
  PROGRAM=$work/ready-to-run/ideogram-build
fi
export PROGRAM

# Other platforms, and the image. What analyzers say of the sources the native program was told, so only the linkers speak here.
others() {
  local passed=0 failed=0 platform
  for platform in win-x64 linux-arm64 linux-musl-x64 osx-arm64; do
    echo "the program for $platform"
    if publish $platform $platform -p:RunAnalyzers=false; then passed=$((passed + 1)); else echo "FAILED: $platform"; failed=$((failed + 1)); fi
  done
  echo "$passed passed, $failed failed"
}
bud=(buildah bud --isolation chroot --pull=never --layers -v /etc/ssl/certs:/etc/ssl/certs:ro)
# Where no registry can be reached, stand-ins for the base images do.
image() {
  "$shared/tools/stand-in-images.sh" 10.0-noble-aot 10.0-noble-chiseled >"$work/stand-in" || { echo "0 passed, 1 failed"; return; }
  eval "$(cat "$work/stand-in")"
  if "${bud[@]}" -t ideogram-build-scenes . >"$work/image.log" 2>&1; then echo "1 passed, 0 failed"; else tail -n 20 "$work/image.log"; echo "0 passed, 1 failed"; fi
}
[ ! -x "$shared/tools/stand-in-images.sh" ] || beside "the image" image
beside "the programs for other platforms" others
