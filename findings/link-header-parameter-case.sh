#!/usr/bin/env bash
# parse-link-header 2.0.0 and li 1.3.0, by which clients follow the pages of lists: names of link parameters are case-insensitive
# (RFC 8288, 3), and a Link with "Rel" in place of "rel" is dropped by both without an error, so a client believes that it is on the
# last page. http-link-header 1.1.4 finds it. Of two links with one relation parse-link-header keeps the last, though a relation may
# occur often. Seen on Node.js 20.20.2:
#
#   </items?page=2>; Rel="next": parse-link-header {}, li {}, http-link-header [{"uri":"/items?page=2","rel":"next"}]
#   two items: parse-link-header /b
#
# What helps: a server that writes rel in small letters, or a client that reads by http-link-header.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "dependencies": { "parse-link-header": "2.0.0", "li": "1.3.0", "http-link-header": "1.1.4" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > main.js <<'JS'
const parsed = require('parse-link-header');
const li = require('li');
const link = require('http-link-header');

const next = '</items?page=2>; Rel="next"';
console.log(`${next}: parse-link-header ${JSON.stringify(parsed(next))}, li ${JSON.stringify(li.parse(next))}, ` +
  `http-link-header ${JSON.stringify(link.parse(next).refs)}`);
console.log(`two items: parse-link-header ${parsed('</a>; rel="item", </b>; rel="item"').item.url}`);
JS
node main.js | tee seen
[ "$(cat seen)" = '</items?page=2>; Rel="next": parse-link-header {}, li {}, http-link-header [{"uri":"/items?page=2","rel":"next"}]
two items: parse-link-header /b' ] || { echo 'This has changed.'; exit 1; }
