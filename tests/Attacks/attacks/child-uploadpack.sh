# wants: a command of the repository run with the key in its environment. git fetches what a sparse index lacks, and remote.origin.uploadpack is the shell
# command for it.
start_servers
image a.jpg
manifest ideogram.yml
lure "remote.origin.uploadpack=$trap_command"
springs git ls-files
look
program upload --api-url "$ideogram"
fails_closed
says '0 uploaded'
sent_nothing
unwritten "$scene/ran"
