# wants: a command of the repository run with the key in its environment. git fetches what a sparse index lacks, and remote.origin.uploadpack is the shell
# command for it.
start_servers
image a.jpg
manifest ideogram.yml
lure "remote.origin.uploadpack=$trap_command"
springs git ls-files
look
program upload --api-url "$ideogram"
exits 0
says '1 uploaded'
unwritten "$scene/ran"
