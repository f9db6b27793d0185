#!/usr/bin/env bash
# openapi-overlays-js 0.2.0 (overlayjs): an action whose target is an array makes an object of that array. By the Overlay
# Specification 1.0.0 (Action Object, update) the value is appended to it. What comes out is told as a success, and is no OpenAPI
# document any more, since tags, servers, parameters and the like have to be arrays. Seen on Node.js 20.20.2, "tags" of the
# result:
#
#   {"0":{"name":"sea"},"name":"land"}
#
# What helps: an action on the object around the array, here "$" with {"tags": [{"name": "land"}]}; it appends.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": { "js-yaml": "4.1.0", "openapi-overlays-js": "0.2.0" }
}
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > contract.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Things", "version": "1" },
  "tags": [{ "name": "sea" }],
  "paths": {}
}
JSON
overlay() {
  cat > overlay.json <<JSON
{
  "overlay": "1.0.0",
  "info": { "title": "One tag more", "version": "1" },
  "actions": [{ "target": "$1", "update": $2 }]
}
JSON
  npx overlayjs --openapi contract.json --overlay overlay.json > result.yaml
  node -e "import('js-yaml').then((yaml) => console.log(JSON.stringify(
    yaml.default.load(require('node:fs').readFileSync('result.yaml', 'utf8')).tags)))"
}
overlay '$' '{ "tags": [{ "name": "land" }] }' > around
[ "$(cat around)" = '[{"name":"sea"},{"name":"land"}]' ] || { echo 'The object around the array is changed otherwise.'; exit 1; }
overlay '$.tags' '{ "name": "land" }' | tee seen
[ "$(cat seen)" = '{"0":{"name":"sea"},"name":"land"}' ] || { echo 'This has changed.'; exit 1; }
