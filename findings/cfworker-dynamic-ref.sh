#!/usr/bin/env bash
# @cfworker/json-schema 4.1.6, a validator for places without eval such as edge workers: it takes 2020-12 as a draft and passes over
# "$dynamicRef" without a word, so everything below one is valid. "$recursiveRef", its forerunner in 2019-09, is followed. Pages of
# OpenAPI 3.1 that leave their items to a "$dynamicRef" are so checked around the items and not in them. Seen on Node.js 20.20.2 for
# a tree whose child is 7 in place of a node:
#
#   2019-09, $recursiveRef: valid false
#   2020-12, $dynamicRef: valid true
#   ajv 8.20.0, 2020-12, $dynamicRef: valid false
#
# What helps: a "$ref" where nothing overrides the anchor.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "type": "module", "dependencies": { "@cfworker/json-schema": "4.1.6", "ajv": "8.20.0" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > main.js <<'JS'
import { Validator } from '@cfworker/json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';

const tree = { name: 'root', child: 7 };
const shape = (anchor, child) => ({
  ...anchor,
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, child },
});
const recursive = shape({ $id: 'https://schemas.example.com/old', $recursiveAnchor: true }, { $recursiveRef: '#' });
const dynamic = shape({ $id: 'https://schemas.example.com/new', $dynamicAnchor: 'node' }, { $dynamicRef: '#node' });

console.log(`2019-09, $recursiveRef: valid ${new Validator(recursive, '2019-09').validate(tree).valid}`);
console.log(`2020-12, $dynamicRef: valid ${new Validator(dynamic, '2020-12').validate(tree).valid}`);
console.log(`ajv 8.20.0, 2020-12, $dynamicRef: valid ${new Ajv2020().compile(dynamic)(tree)}`);
JS
node main.js | tee seen
[ "$(cat seen)" = '2019-09, $recursiveRef: valid false
2020-12, $dynamicRef: valid true
ajv 8.20.0, 2020-12, $dynamicRef: valid false' ] || { echo 'This has changed.'; exit 1; }
