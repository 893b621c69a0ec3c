# wants: trust in itself: the repository carries a .gitconfig, and HOME is the workspace, as some CI systems have it.
image a.jpg
manifest ideogram.yml
printf '[safe]\n\tdirectory = *\n[trace2]\n\tnormalTarget = %s\n' "$scene/ran" >.gitconfig
mkdir -p git && cp .gitconfig git/config
commit >/dev/null
mkdir ../bin
printf '#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "%s" "$@"\n' "$(command -v git)" >../bin/git
chmod +x ../bin/git
rm -f "$scene/ran"
for home in "$scene/workspace" .; do
  ENVIRONMENT=(PATH="$scene/bin:$PATH" HOME="$home" XDG_CONFIG_HOME="$home" XDG_CACHE_HOME="$scene/temp")
  program validate
  exits 0
  says 'IDEO4021'
done
unwritten "$scene/ran"
