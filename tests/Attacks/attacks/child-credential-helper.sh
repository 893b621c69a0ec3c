# wants: credential.helper or core.askPass run, by a remote that asks for a password, and a connection to the attacker's server.
start_servers
image a.jpg
manifest ideogram.yml
lure "credential.helper=!$trap_command" "core.askPass=$scene/askpass"
trap_file ../askpass
as_author config remote.origin.url "$elsewhere/datasets"
look
fails_closed
unwritten "$scene/ran"
