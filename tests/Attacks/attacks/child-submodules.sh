# wants: a command run out of a submodule: its update command, or the settings of its own repository, where the manifest lies.
image part/a.jpg
manifest part/ideogram.yml
as_author init --quiet
(cd part && lure "remote.origin.uploadpack=$trap_command")
mkdir -p .git/modules
mv part/.git .git/modules/part
echo 'gitdir: ../.git/modules/part' >part/.git
printf '[submodule "part"]\n\tpath = part\n\turl = ext::%s\n\tupdate = !%s\n' "$scene/x" "$trap_command" >.gitmodules
as_author config -f .git/modules/part/config core.worktree ../../../part
as_author config submodule.recurse true
as_author config submodule.part.update "!$trap_command"
springs git -C part ls-files
program validate part/ideogram.yml
fails_closed
unwritten "$scene/ran"
