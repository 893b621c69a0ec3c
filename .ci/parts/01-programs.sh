# The program for each platform, and the image, beside the tests. None may give a warning of a linker; what analyzers say of the sources, the tests' build says.
# All but one are built in one folder, where the libraries are compiled once.
publish() {
  local name=$1 platform=$2 artifacts=$3
  shift 3
  echo "the program, $name"
  dotnet publish action -c Release -r "$platform" -o "$work/$name" --artifacts-path "$work/$artifacts" -p:RunAnalyzers=false "$@" >"$work/$name.log" || { tail -n 20 "$work/$name.log"; return 1; }
  ! grep -E ': warning ' "$work/$name.log" || return 1
  du -sh "$work/$name" | cut -f1
}
machine=linux-$(case "$(uname -m)" in aarch64) echo arm64 ;; *) echo x64 ;; esac)
# As this machine runs it, one native file, which everything below runs; the build that needs no linker; and the other platforms.
programs() {
  local passed=0 failed=0 platform
  count_publish() { if publish "$@"; then passed=$((passed + 1)); else echo "FAILED: $1"; failed=$((failed + 1)); fi; }
  if command -v clang >/dev/null; then count_publish native "$machine" artifacts -p:ProgramAot=true; fi
  count_publish ready-to-run "$machine" ready-to-run-artifacts -p:ProgramAot=false
  for platform in win-x64 linux-arm64 linux-musl-x64 osx-arm64; do count_publish $platform $platform artifacts; done
  echo "$passed passed, $failed failed"
}
bud=(buildah bud --isolation chroot --pull=never --layers -v /etc/ssl/certs:/etc/ssl/certs:ro)
# Where no registry can be reached, stand-ins for the base images do.
image() {
  "$shared/tools/stand-in-images.sh" 10.0-noble-aot 10.0-noble-chiseled >"$work/stand-in" || return 1
  eval "$(cat "$work/stand-in")"
  "${bud[@]}" -t ideogram-build-scenes . >"$work/image.log" 2>&1 || { tail -n 20 "$work/image.log"; return 1; }
}
beside "the programs" programs
[ ! -x "$shared/tools/stand-in-images.sh" ] || beside "the image" as_count image
