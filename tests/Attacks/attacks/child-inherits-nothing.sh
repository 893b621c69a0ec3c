# wants: the key and the token, out of the environment that git is started with. The git of this machine is one that writes down what it is given.
image a.jpg
manifest ideogram.yml
commit >/dev/null
mkdir ../bin
printf '#!/bin/sh\nenv >>"%s"\nprintf "%%s\\n" "$@" >>"%s"\nexec "%s" "$@"\n' "$scene/given" "$scene/arguments" "$(command -v git)" >../bin/git
chmod +x ../bin/git
ENVIRONMENT=(PATH="$scene/bin:$PATH" GH_TOKEN="$token" ACTIONS_RUNTIME_TOKEN="$token" ACTIONS_ID_TOKEN_REQUEST_TOKEN="$token"
  AWS_SECRET_ACCESS_KEY="$key" INPUT_API-KEY="$key" FOREIGN=1)
look
exits 0
yes grep -q '^GIT_ALLOW_PROTOCOL=none$' "$scene/given"
yes grep -q '^GIT_NO_LAZY_FETCH=1$' "$scene/given"
yes grep -q '^GIT_TERMINAL_PROMPT=0$' "$scene/given"
yes grep -q '^GIT_OPTIONAL_LOCKS=0$' "$scene/given"
no grep -qE "$key|$token" "$scene/given"
known='PATH|HOME|TMPDIR|PWD|OLDPWD|SHLVL|_|LC_ALL'
no grep -qvE "^($known|GIT_ALLOW_PROTOCOL|GIT_NO_LAZY_FETCH|GIT_TERMINAL_PROMPT|GIT_OPTIONAL_LOCKS|GIT_CEILING_DIRECTORIES)=" "$scene/given"
yes grep -qx -e --sparse "$scene/arguments"
no grep -q safe.directory "$scene/arguments"
