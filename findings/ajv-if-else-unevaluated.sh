#!/usr/bin/env bash
# ajv 8.20.0 (the class for 2020-12): beside an "if" with an "else", and no "then" that names keys, unevaluatedProperties has it
# the wrong way round: the keys of the "if" count where it failed, and do not count where it held. JSON Schema Core 2020-12 drops
# what a failed schema found (7.7.1.2) and keeps what the "if" found otherwise (10.2.2.1). So a wrong value passes, and a right
# one does not. Seen on Node.js 20.20.2, with @hyperjump/json-schema 1.18.0 beside it:
#
#   {"card":5} ajv: true, hyperjump: false
#   {"card":"4"} ajv: false, hyperjump: true
#
# What helps: the keys of the "if" in "properties" beside it too, here {"card": {"type": "string"}}.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": { "@hyperjump/json-schema": "1.18.0", "ajv": "8.20.0" }
}
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > main.js <<'JS'
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';

const payment = {
  type: 'object',
  if: { required: ['card'], properties: { card: { type: 'string' } } },
  else: { properties: { iban: { type: 'string' } } },
  unevaluatedProperties: false,
};
registerSchema(payment, 'https://contract.example/payment', 'https://json-schema.org/draft/2020-12/schema');
for (const value of [{ card: 5 }, { card: '4' }]) {
  const ajv = new Ajv2020().validate(payment, value);
  const hyperjump = (await validate('https://contract.example/payment', value)).valid;
  console.log(`${JSON.stringify(value)} ajv: ${ajv}, hyperjump: ${hyperjump}`);
}
JS
node main.js | tee seen
[ "$(cat seen)" = '{"card":5} ajv: true, hyperjump: false
{"card":"4"} ajv: false, hyperjump: true' ] || { echo 'This has changed.'; exit 1; }
