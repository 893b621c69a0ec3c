# wants: core.fsmonitor run: git asks that program what changed whenever it reads the index.
image a.jpg
manifest ideogram.yml
commit >/dev/null
trap_file ../monitor
as_author config core.fsmonitor "$scene/monitor"
as_author config core.fsmonitorHookVersion 2
as_author config core.untrackedCache true
springs git status
look
exits 0
unwritten "$scene/ran"
