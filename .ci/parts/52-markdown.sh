# The pages, by markdownlint. Links and commands in them are tested by tests/Repository and tests/EndToEnd.
if command -v npm >/dev/null && mkdir -p "$work/markdown" && (cd "$work/markdown" && npm install --no-package-lock --no-save --silent markdownlint-cli2@0.18.1); then
  check "markdownlint" "$work/markdown/node_modules/.bin/markdownlint-cli2"
else
  skip "markdownlint" "no npm"
fi
