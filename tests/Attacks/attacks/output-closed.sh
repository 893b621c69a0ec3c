# wants: a stack trace and a crash (code 134). The outputs and the input are closed before the program starts.
for arguments in --version --help 'validate nope.yml' 'completion bash'; do
  for closed in '>&-' '2>&-' '2>&- <&-' '>&- 2>&-' '>&- 2>&- <&-'; do
    code=0
    eval "timeout 60 \"\$PROGRAM\" $arguments >\"\$scene/out\" 2>\"\$scene/err\" $closed" || code=$?
    yes [ "$code" -le 1 ]
    no grep -q 'Unhandled exception' "$scene/out" "$scene/err"
  done
done
