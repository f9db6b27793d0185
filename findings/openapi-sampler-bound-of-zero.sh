#!/usr/bin/env bash
# openapi-sampler 1.6.1, which makes the samples of Redoc: an exclusive bound is respected (OpenAPI 3.1: a number), but for the most
# frequent one of all, zero, which is taken for no bound at all. So the sample of a price above 0 is 0, which its own schema refuses.
# Seen on Node.js 20.20.2:
#
#   {"type":"number","exclusiveMinimum":0}: 0
#   {"type":"number","exclusiveMinimum":5}: 6
#   {"type":"integer","exclusiveMaximum":0}: 0
#   {"type":"integer","exclusiveMaximum":-5}: -6
#
# What helps: an example in the document. Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to
# the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "dependencies": { "openapi-sampler": "1.6.1" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts
cat > main.js <<'JS'
const { sample } = require('openapi-sampler');

for (const schema of [
  { type: 'number', exclusiveMinimum: 0 },
  { type: 'number', exclusiveMinimum: 5 },
  { type: 'integer', exclusiveMaximum: 0 },
  { type: 'integer', exclusiveMaximum: -5 },
]) {
  console.log(`${JSON.stringify(schema)}: ${sample(schema)}`);
}
JS
node main.js | tee seen
[ "$(cat seen)" = '{"type":"number","exclusiveMinimum":0}: 0
{"type":"number","exclusiveMinimum":5}: 6
{"type":"integer","exclusiveMaximum":0}: 0
{"type":"integer","exclusiveMaximum":-5}: -6' ] || { echo 'This has changed.'; exit 1; }
