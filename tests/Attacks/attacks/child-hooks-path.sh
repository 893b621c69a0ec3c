# wants: a hook run, out of .git/hooks or a folder of the work tree.
image a.jpg
manifest ideogram.yml
commit >/dev/null
for hook in post-index-change pre-auto-gc reference-transaction post-checkout query-watchman sendemail-validate; do
  trap_file "hooks/$hook"
  trap_file ".git/hooks/$hook"
done
as_author config core.hooksPath hooks
touch a.jpg
springs git update-index --refresh
look
exits 0
unwritten "$scene/ran"
