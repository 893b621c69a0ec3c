# wants: core.gitProxy run, with a remote that is reached over git's own protocol.
image a.jpg
manifest ideogram.yml
trap_file ../proxy
lure "core.gitProxy=$scene/proxy"
as_author config remote.origin.url git://127.0.0.1/x
springs git ls-files
look
fails_closed
unwritten "$scene/ran"
