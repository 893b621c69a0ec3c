# wants: a command run, or a file written, through variables that an earlier step left in the environment: git takes repositories, settings and programs from
# them.
image a.jpg
manifest ideogram.yml
commit >/dev/null
mkdir ../other
(cd ../other && image b.jpg && lure "remote.origin.uploadpack=$trap_command")
trap_file ../program
mkdir ../exec && cp ../program ../exec/git-ls-files && cp ../program ../exec/git
ENVIRONMENT=(GIT_DIR="$scene/other/.git" GIT_WORK_TREE="$scene/workspace")
springs env "${ENVIRONMENT[@]}" git ls-files
look
exits 0
ENVIRONMENT=(GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.fsmonitor GIT_CONFIG_VALUE_0="$scene/program" GIT_EXEC_PATH="$scene/exec"
  GIT_SSH="$scene/program" GIT_SSH_COMMAND="$trap_command"
  GIT_PROXY_COMMAND="$scene/program" GIT_ASKPASS="$scene/program" GIT_PAGER="$trap_command" GIT_EDITOR="$trap_command"
    GIT_EXTERNAL_DIFF="$scene/program" PAGER="$trap_command"
  GIT_TRACE="$scene/ran" GIT_TRACE2="$scene/ran" GIT_TRACE2_EVENT="$scene/ran" GIT_TRACE_SETUP="$scene/ran"
    GIT_CONFIG_GLOBAL="$scene/settings" LD_PRELOAD="$scene/none.so")
springs env "${ENVIRONMENT[@]}" git ls-files
look
exits 0
never 'git does not'
unwritten "$scene/ran"
