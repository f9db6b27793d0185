// What an editor makes of a collection's schema and its fixture, by the JSON service of VS Code:
//   node editor.mjs SCHEMA FIXTURE
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import json from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = json;
const [schema, fixture] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const service = getLanguageService({});
service.configure({
  validate: true,
  schemas: [{ uri: "file:///schema.json", fileMatch: ["*"], schema: JSON.parse(schema) }],
});

function open(text) {
  const document = TextDocument.create("file:///fixture.json", "json", 1, text);
  return [document, service.parseJSONDocument(document)];
}
const underlined = async (text) => (await service.doValidation(...open(text))).map((problem) => problem.message);

// The built-in data has no underline, and the first key of its first record is offered where a record begins.
assert.deepEqual(await underlined(fixture), []);
const [first] = [JSON.parse(fixture)].flat();
const [key] = Object.keys(first);
const list = Array.isArray(JSON.parse(fixture));
const [empty, tree] = open(list ? "[{}]" : "{}");
const offered = await service.doComplete(empty, { line: 0, character: list ? 2 : 1 }, tree);
assert.ok(offered.items.some((item) => item.label === key), `${key} is not offered`);

// A misspelt key is underlined.
const misspelt = fixture.replace(`"${key}"`, `"${key}x"`);
assert.ok((await underlined(misspelt)).some((message) => message.includes(`${key}x`)), `${key}x is not underlined`);
