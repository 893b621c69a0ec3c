# The README's test command. The manifests that the tests judge are kept for another judge (53-schemas.sh).
status=0
export MANIFEST_VERDICTS=$work/verdicts.jsonl
say "dotnet test"
timeout 40m dotnet test 2>&1 | tee "$work/tests" || status=$?
unset MANIFEST_VERDICTS
while read -r f p s; do add "$p" "$f" "$s"; done < <(sed -nE 's/^(Passed|Failed)! +- Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+),.*/\2 \3 \4/p' "$work/tests")
# A build that failed, a crash, or no test at all is a failure too.
if [ "$failed" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$passed" -eq 0 ]; }; then add 0 1 0; fi
