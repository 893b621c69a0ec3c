# wants: core.alternateRefsCommand run. git asks an alternate object store for its references when it fetches.
image a.jpg
manifest ideogram.yml
lure "core.alternateRefsCommand=$trap_command"
as_author init --quiet --bare ../alternate
echo "$scene/alternate/objects" >.git/objects/info/alternates
springs git ls-files
look
fails_closed
unwritten "$scene/ran"
