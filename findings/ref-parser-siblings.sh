#!/usr/bin/env bash
# @apidevtools/json-schema-ref-parser 16.0.6 (dereference), which many parsers, mocks and generators stand on: keywords beside a
# "$ref" take the place of those that it leads to. In OpenAPI 3.1 both hold (JSON Schema Core 2020-12, 8.2.3.1). A "required"
# beside the reference thus takes every key out that the other schema requires, and values pass that break the contract. Seen on
# Node.js 20.20.2:
#
#   dereferenced: {"required":["name"],"type":"object","properties":{"id":{"type":"integer"}}}
#   {"name":"a"} fits the contract: false, once dereferenced: true
#
# What helps: {"allOf": [{"$ref": "…"}, {"required": ["name"]}]}, which keeps both; or bundle() in place of dereference().
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": { "@apidevtools/json-schema-ref-parser": "16.0.6", "ajv": "8.20.0" }
}
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > main.js <<'JS'
import { dereference } from '@apidevtools/json-schema-ref-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';

const contract = () => ({
  openapi: '3.1.1',
  info: { title: 'Things', version: '1' },
  components: {
    schemas: {
      Stored: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
      Named: { $ref: '#/components/schemas/Stored', required: ['name'] },
    },
  },
});
const value = { name: 'a' };

const whole = new Ajv2020({ strict: false }).addSchema(contract(), 'contract');
const before = whole.validate('contract#/components/schemas/Named', value);
const named = (await dereference(contract())).components.schemas.Named;
const after = new Ajv2020({ strict: false }).validate(named, value);
console.log(`dereferenced: ${JSON.stringify(named)}`);
console.log(`${JSON.stringify(value)} fits the contract: ${before}, once dereferenced: ${after}`);
JS
node main.js | tee seen
[ "$(cat seen)" = 'dereferenced: {"required":["name"],"type":"object","properties":{"id":{"type":"integer"}}}
{"name":"a"} fits the contract: false, once dereferenced: true' ] || { echo 'This has changed.'; exit 1; }
