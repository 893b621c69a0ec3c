# The program that everything below runs.
collect "the programs"
if command -v clang >/dev/null; then
  PROGRAM=$work/native/ideogram-build
else
  skip "the program, native" "no clang"
  PROGRAM=$work/ready-to-run/ideogram-build
fi
export PROGRAM
