# wants: a program called ssh or git-remote-x of the repository run by git itself, which looks in PATH, and PATH names the current folder.
image a.jpg
manifest ideogram.yml
trap_file ssh
trap_file git-remote-x
lure
as_author config remote.origin.url ssh://git@localhost/x
ENVIRONMENT=(PATH=".:$scene/workspace:$PATH")
springs env "${ENVIRONMENT[@]}" git ls-files
look
as_author config remote.origin.url x::y
look
fails_closed
unwritten "$scene/ran"
