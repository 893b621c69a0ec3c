# Each attack that once got through, and its siblings, against the published program.
# Some measure what the processors do: nothing else runs now.
collect_all
attacks() { KEEP="$work/attacks" bash tests/Attacks/run.sh | tee "$work/attacks.log"; }
say "attacks"
attacks || true
if read -r held _ _ through _ < <(grep -E '^[0-9]+ attacks held, [0-9]+ got through$' "$work/attacks.log"); then add "$held" "$through" 0; else echo "FAILED: attacks gave no count"; add 0 1 0; fi
