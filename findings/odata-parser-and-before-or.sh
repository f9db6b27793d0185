#!/usr/bin/env bash
# odata-parser 1.4.1: "and" does not bind tighter than "or", as OData 4.01 (URL Conventions, 5.1.1.17, Operator Precedence) has it.
# Whatever stands right of an operator is read as one whole, so a filter that begins with "and" means something else, without an
# error; one that begins with "or" comes out right by chance, and so do tests with two operands. odata-v4-parser 0.1.29 reads both
# as the standard says. Seen on Node.js 20.20.2, where (a, b) are operands:
#
#   odata-parser: a and b or c = and(a, or(b, c)); a or b and c = or(a, and(b, c))
#   odata-v4-parser: a and b or c = or(and(a, b), c); a or b and c = or(a, and(b, c))
#
# What helps: parentheses in the filter. Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to
# the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "dependencies": { "odata-parser": "1.4.1", "odata-v4-parser": "0.1.29" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts
cat > main.js <<'JS'
const old = require('odata-parser');
const v4 = require('odata-v4-parser');

// Both trees as text: an operand is the name of its property.
const ofOld = ({ type, left, right }) => type === 'eq' ? left.name : `${type}(${ofOld(left)}, ${ofOld(right)})`;
const ofV4 = ({ type, raw, value }) => type === 'EqualsExpression' ? raw[0]
  : `${type.replace('Expression', '').toLowerCase()}(${ofV4(value.left)}, ${ofV4(value.right)})`;

const filters = ['a and b or c', 'a or b and c'];
const written = filter => filter.replace(/\b[abc]\b/g, '$& eq 1');
const line = read => filters.map(filter => `${filter} = ${read(written(filter))}`).join('; ');
console.log(`odata-parser: ${line(filter => ofOld(old.parse(`$filter=${filter}`).$filter))}`);
console.log(`odata-v4-parser: ${line(filter => ofV4(v4.filter(filter)))}`);
JS
node main.js | tee seen
[ "$(cat seen)" = 'odata-parser: a and b or c = and(a, or(b, c)); a or b and c = or(a, and(b, c))
odata-v4-parser: a and b or c = or(and(a, b), c); a or b and c = or(a, and(b, c))' ] || { echo 'This has changed.'; exit 1; }
