# wants: a command run from a repository elsewhere that the file .git names, whose work tree is this folder.
image a.jpg
manifest ideogram.yml
lure "remote.origin.uploadpack=$trap_command"
mv .git ../store
echo "gitdir: $scene/store" >.git
springs git ls-files
look
fails_closed
as_author config -f ../store/config core.worktree "$scene"
look
exits 0
unwritten "$scene/ran"
