#!/usr/bin/env bash
# @openapi-contrib/openapi-schema-to-json-schema 5.1.0: the JSON Schema that it makes of an OpenAPI 3.0 schema accepts more than the
# schema does. A name in "required" that the "properties" beside it do not declare is dropped, though it counts wherever the property is
# declared (JSON Schema Validation, 6.5.3): here in the other half of an allOf, as generators write it. Seen on Node.js 20.20.2, with
# ajv 8.20.0 asked about {}:
#
#   declared beside it: {"required":["id"]} {} fits: false
#   declared in the other half: {} {} fits: true
#
# What helps: the name with an empty schema in "properties" beside its "required".
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "type": "module", "dependencies": { "@openapi-contrib/openapi-schema-to-json-schema": "5.1.0", "ajv": "8.20.0" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts
cat > main.js <<'JS'
import converter from '@openapi-contrib/openapi-schema-to-json-schema';
import Ajv from 'ajv';

const convert = converter.openapiSchemaToJsonSchema ?? converter.default ?? converter;
const kept = schema => (schema.allOf ?? [schema]).map(half => half.required).filter(Boolean)[0];

function tell(name, schema) {
  const converted = convert(structuredClone(schema));
  delete converted.$schema;
  const required = JSON.stringify(kept(converted) ? { required: kept(converted) } : {});
  console.log(`${name}: ${required} {} fits: ${new Ajv({ strict: false }).validate(converted, {})}`);
}

tell('declared beside it', { type: 'object', required: ['id'], properties: { id: { type: 'string' } } });
tell('declared in the other half', {
  allOf: [{ type: 'object', properties: { id: { type: 'string' } } }, { type: 'object', required: ['id'], properties: { name: { type: 'string' } } }],
});
JS
node main.js | tee seen
[ "$(cat seen)" = 'declared beside it: {"required":["id"]} {} fits: false
declared in the other half: {} {} fits: true' ] || { echo 'This has changed.'; exit 1; }
