#!/usr/bin/env bash
# json-schema-faker 0.6.3: a text that its "pattern" made too short for "minLength" is filled up with any letters and digits, so
# that it has the length and breaks the pattern, although many texts keep both. JSON Schema Validation 2020-12 has all keywords
# hold together (6.3.2, 6.3.3). Twenty seeds make no right one, and say nothing. Seen on Node.js 20.20.2:
#
#   {"type":"string","pattern":"^[a-z]+$","minLength":10} right: 0 of 20, such as "zqHckMojNL"
#
# What helps: the length inside of the pattern, ^[a-z]{10,}$.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": { "json-schema-faker": "0.6.3" }
}
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > main.js <<'JS'
import { generate } from 'json-schema-faker';

async function tell(schema) {
  const made = [];
  for (let seed = 1; seed <= 20; seed++) made.push(await generate(schema, { seed }));
  const right = made.filter((text) => new RegExp(schema.pattern, 'u').test(text) && text.length >= 10);
  console.log(`${JSON.stringify(schema)} right: ${right.length} of 20, such as ${JSON.stringify(made[0])}`);
}

await tell({ type: 'string', pattern: '^[a-z]+$', minLength: 10 });
await tell({ type: 'string', pattern: '^[a-z]{10,}$' });
JS
node main.js | tee seen
grep -qF '"minLength":10} right: 0 of 20' seen && grep -qF '{10,}$"} right: 20 of 20' seen || { echo 'This has changed.'; exit 1; }
