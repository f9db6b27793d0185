#!/usr/bin/env bash
# rfc6902 5.4.0 (npm): createPatch says that two documents of different kinds differ by a replacement of the whole document, path "",
# which is the right patch (RFC 6902, 4.3, with the pointer of RFC 6901, 5). applyPatch of the same library cannot do it and returns a
# MissingError. And where one operation fails the later ones are still done, though a patch that fails has no effect (RFC 6902, 5): who
# does not look at the returned list has half a patch. Seen on Node.js 20.20.2:
#
#   {"a":1} to [1]: [{"op":"replace","path":"","value":[1]}] gives MissingError and {"a":1}
#   a test that fails before a replacement gives TestError, done and {"a":2}
#
# What helps: to take the value of an operation on "" by hand, and to apply to a copy that is kept only if no result is an error.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "type": "module", "dependencies": { "rfc6902": "5.4.0" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > main.js <<'JS'
import { applyPatch, createPatch } from 'rfc6902';

const named = (results) => results.map((error) => (error === null ? 'done' : error.name)).join(', ');

const patch = createPatch({ a: 1 }, [1]);
const document = { a: 1 };
const results = applyPatch(document, patch);
console.log(`{"a":1} to [1]: ${JSON.stringify(patch)} gives ${named(results)} and ${JSON.stringify(document)}`);

const other = { a: 1 };
const half = applyPatch(other, [
  { op: 'test', path: '/a', value: 7 },
  { op: 'replace', path: '/a', value: 2 },
]);
console.log(`a test that fails before a replacement gives ${named(half)} and ${JSON.stringify(other)}`);
JS
node main.js | tee seen
[ "$(cat seen)" = '{"a":1} to [1]: [{"op":"replace","path":"","value":[1]}] gives MissingError and {"a":1}
a test that fails before a replacement gives TestError, done and {"a":2}' ] || { echo 'This has changed.'; exit 1; }
