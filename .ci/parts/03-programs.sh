# The program as the image holds it, one native file, which everything below runs; and the build that needs no linker. Neither may give a warning.
publish() {
  local name=$1 platform=$2
  shift 2
  dotnet publish action -c Release -r "$platform" -o "$work/$name" --artifacts-path "$work/$name-artifacts" "$@" >"$work/$name.log" || { tail -n 20 "$work/$name.log"; return 1; }
  ! grep -E ': warning ' "$work/$name.log" || return 1
  du -sh "$work/$name" | cut -f1
}
platform=linux-$(case "$(uname -m)" in aarch64) echo arm64 ;; *) echo x64 ;; esac)
install clang || true
check "the program, ready to run" publish ready-to-run "$platform" -p:ProgramAot=false
if command -v clang >/dev/null; then
  check "the program, native" publish native "$platform" -p:ProgramAot=true
  PROGRAM=$work/native/ideogram-build
else
  skip "the program, native" "no clang"
  PROGRAM=$work/ready-to-run/ideogram-build
fi
export PROGRAM
for platform in linux-arm64 linux-musl-x64 osx-arm64; do
  [ "$PROGRAM" != "$work/native/ideogram-build" ] || [ $platform != linux-arm64 ] || install lld gcc-aarch64-linux-gnu libc6-dev-arm64-cross || true
  check "the program for $platform" publish $platform $platform
done
