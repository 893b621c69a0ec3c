# wants: core.sshCommand run, with a remote that is reached over ssh.
image a.jpg
manifest ideogram.yml
lure "core.sshCommand=$trap_command"
as_author config remote.origin.url ssh://git@localhost/x
springs git ls-files
look
fails_closed
unwritten "$scene/ran"
