# wants: one of the programs run that git starts for people: a pager, an editor, a browser, an alias, a signer.
image a.jpg
manifest ideogram.yml
commit >/dev/null
trap_file ../program
for setting in core.pager pager.ls-files core.editor sequence.editor core.askPass gpg.program gpg.ssh.program \
  gpg.x509.program web.browser man.viewer interactive.diffFilter; do
  as_author config "$setting" "$scene/program"
done
as_author config alias.ls-files "!$trap_command"
as_author config core.hooksPath "$scene"
as_author config help.autoCorrect immediate
springs git config --edit
look
exits 0
unwritten "$scene/ran"
