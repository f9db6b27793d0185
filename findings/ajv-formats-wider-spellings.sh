#!/usr/bin/env bash
# ajv-formats 3.0.1 with ajv 8.17.1, in its full mode: two formats of JSON Schema 2020-12 take spellings that their RFCs do not have.
# date-time is RFC 3339's rule of that name, which has a T between date and time; ajv takes a blank, too. uuid is the 36 characters of
# RFC 4122, 3; ajv takes the URN, nine characters longer. So a client that checks by ajv sends what a server that keeps to the RFCs
# refuses. Seen on Node.js 20.20.2:
#
#   date-time "2026-01-31T08:00:00Z": true
#   date-time "2026-01-31 08:00:00Z": true
#   uuid "6fa459ea-ee8a-3ca4-894e-db77e160355e": true
#   uuid "urn:uuid:6fa459ea-ee8a-3ca4-894e-db77e160355e": true
#
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "dependencies": { "ajv": "8.17.1", "ajv-formats": "3.0.1" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts
cat > main.js <<'JS'
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;

const ajv = new Ajv();
addFormats(ajv, { mode: 'full' });
for (const [format, value] of [
  ['date-time', '2026-01-31T08:00:00Z'],
  ['date-time', '2026-01-31 08:00:00Z'],
  ['uuid', '6fa459ea-ee8a-3ca4-894e-db77e160355e'],
  ['uuid', 'urn:uuid:6fa459ea-ee8a-3ca4-894e-db77e160355e'],
]) {
  console.log(`${format} ${JSON.stringify(value)}: ${ajv.compile({ type: 'string', format })(value)}`);
}
JS
node main.js | tee seen
[ "$(cat seen)" = 'date-time "2026-01-31T08:00:00Z": true
date-time "2026-01-31 08:00:00Z": true
uuid "6fa459ea-ee8a-3ca4-894e-db77e160355e": true
uuid "urn:uuid:6fa459ea-ee8a-3ca4-894e-db77e160355e": true' ] || { echo 'This has changed.'; exit 1; }
