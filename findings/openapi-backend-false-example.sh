#!/usr/bin/env bash
# openapi-backend 5.21.2 (mockResponseForOperation): an example of a response that is false, null or "" counts as none, and a
# value is made up from the schema instead: the mock of a contract that shows false answers true. Seen on Node.js 20.20.2:
#
#   contract: false, mock: true
#   contract: null, mock: "string"
#   contract: "", mock: "string"
#
# What helps: the same value under "examples", as {"off": {"value": false}}, or as the schema's own "example".
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": { "openapi-backend": "5.21.2" }
}
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > main.js <<'JS'
import { OpenAPIBackend } from 'openapi-backend';

async function mock(mediaType) {
  const api = new OpenAPIBackend({
    definition: {
      openapi: '3.0.3',
      info: { title: 'Alarm', version: '1' },
      paths: {
        '/alarm': {
          get: {
            operationId: 'alarm',
            responses: { 200: { description: 'The alarm', content: { 'application/json': mediaType } } },
          },
        },
      },
    },
  });
  await api.init();
  return api.mockResponseForOperation('alarm').mock;
}

const kept = await mock({ schema: { type: 'boolean' }, examples: { off: { value: false } } });
if (kept !== false) throw new Error('An example under "examples" is not kept either');
for (const [type, example] of [['boolean', false], ['string', null], ['string', '']]) {
  const made = await mock({ schema: { type, nullable: true }, example });
  console.log(`contract: ${JSON.stringify(example)}, mock: ${JSON.stringify(made)}`);
}
JS
node main.js | tee seen
[ "$(cat seen)" = 'contract: false, mock: true
contract: null, mock: "string"
contract: "", mock: "string"' ] || { echo 'This has changed.'; exit 1; }
