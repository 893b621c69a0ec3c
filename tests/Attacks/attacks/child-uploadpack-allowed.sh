# wants: the same command, with settings of the repository that allow every protocol and switch the sparse checkout off, so that git unfolds the index.
image a.jpg
manifest ideogram.yml
lure "remote.origin.uploadpack=$trap_command" protocol.allow=always protocol.file.allow=always protocol.ext.allow=always \
  core.sparseCheckout=false index.sparse=false
springs git ls-files
look
fails_closed
unwritten "$scene/ran"
