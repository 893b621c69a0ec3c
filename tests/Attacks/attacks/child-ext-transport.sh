# wants: a command as the remote itself: ext:: runs what follows, once the repository allows that protocol.
image a.jpg
manifest ideogram.yml
trap_file ../transport
lure protocol.ext.allow=always
as_author config remote.origin.url "ext::$scene/transport"
springs git ls-files
look
as_author config remote.origin.vcs ext
as_author config remote.origin.url "$scene/transport"
look
fails_closed
unwritten "$scene/ran"
