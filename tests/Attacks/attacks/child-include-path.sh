# wants: the same command, from settings that lie in the work tree and are included: a reviewer of .git/config sees no command.
image a.jpg
manifest ideogram.yml
printf '[remote "origin"]\n\tuploadpack = "%s"\n' "$trap_command" >settings
lure include.path=../settings 'includeIf.gitdir:/**.path=../settings'
springs git ls-files
look
fails_closed
unwritten "$scene/ran"
