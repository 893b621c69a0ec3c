# The schemas by ajv at its strictest, as editors use them; then the thousands of manifests of the tests, read by another reader of YAML: ajv must say what the
# program said. Last what the editors' own YAML service shows for settings that contradict each other.
if command -v npm >/dev/null && mkdir -p "$work/schemas" && (cd "$work/schemas" && npm install --no-package-lock --no-save --silent ajv@8.20.0 ajv-formats@3.0.1 yaml@2.9.1 yaml-language-server@1.25.0); then
  cat >"$work/schemas/judge.mjs" <<'X'
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { TextDocument } from "vscode-languageserver-textdocument";
import service from "yaml-language-server/out/server/src/languageservice/yamlLanguageService.js";

const [docs, verdicts] = process.argv.slice(2);
const schema = (name) => JSON.parse(readFileSync(`${docs}/${name}.schema.json`, "utf8"));
let [passed, failed] = [0, 0];
const expect = (name, isRight, why) => {
  if (isRight) passed++;
  else {
    failed++;
    console.log(`FAILED  ${name}: ${why}`);
  }
};

const compile = (name) => addFormats(new Ajv({ strict: true })).compile(schema(name));
for (const name of ["ideogram", "caption", "report"]) {
  try {
    compile(name);
    expect(name, true);
  } catch (e) {
    expect(name, false, e.message);
  }
}

const validate = compile("ideogram");
const lines = readFileSync(verdicts, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const differences = lines.filter(({ manifest, valid }) => {
  try {
    return validate(parse(manifest, { uniqueKeys: true })) !== valid;
  } catch {
    return valid;
  }
});
differences.slice(0, 10).forEach((d) => console.log(JSON.stringify(d).slice(0, 400)));
expect(`${lines.length} manifests`, lines.length > 1000 && differences.length === 0, `${differences.length} judged differently`);

const editor = service.getLanguageService({ schemaRequestService: async () => "", workspaceContext: { resolveRelativePath: (a) => a }, telemetry: { send() {}, sendError() {}, sendTrack() {} } });
editor.configure({ validate: true, yamlVersion: "1.2", schemas: [{ uri: "file:///s.json", fileMatch: ["*.yml"], schema: schema("ideogram") }] });
let version = 0;
const shown = async (lines) => (await editor.doValidation(TextDocument.create("file:///ideogram.yml", "yaml", ++version, lines.join("\n") + "\n"), false))
  .map((d) => `${d.range.start.line + 1}: ${d.message}`).join("\n");
const says = (name, text, line, word) => expect(name, text.startsWith(`${line}: `) && text.includes(word) && !text.includes("\n"), text);
says("an editor on 'id' with 'update: revision'", await shown(["name: A", "id: abc", "update: revision", "images: [a]"]), 2, "remove 'id'");
says("an editor on 'start: on-change' alone", await shown(["name: A", "images: [a]", "training:", "  base: ideogram-v4", "  model-name: Acme Brand", "  start: on-change"]), 6, "with 'update: revision'");
expect("an editor on a sound manifest", (await shown(["name: 😀 A", "images: ['*.jpg']", "limits: { min-width: 0x10, min-height: 16.0 }"])) === "", "a complaint");
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
X
  counted "schemas" node "$work/schemas/judge.mjs" docs "$work/verdicts.jsonl"
else
  skip "schemas" "no npm"
fi
