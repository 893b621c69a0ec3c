# wants: a filter, diff or merge driver run on an image that .gitattributes gives to it.
image a.jpg
manifest ideogram.yml
printf '*.jpg filter=evil diff=evil merge=evil\n' >.gitattributes
commit >/dev/null
image a.jpg 2
for driver in filter.evil.clean filter.evil.smudge filter.evil.process diff.evil.textconv diff.evil.command merge.evil.driver diff.external; do
  as_author config "$driver" "$trap_command"
done
as_author config filter.evil.required true
touch .git/index a.jpg
springs git status
look
exits 0
unwritten "$scene/ran"
