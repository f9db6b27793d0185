#!/usr/bin/env bash
# Prism (@stoplight/prism-cli 5.16.0): an optional list in a query, as FastAPI writes it (anyOf of an array and null), cannot be
# asked for with one value. How a parameter is read follows from its style, and whether it is right from its schema (OpenAPI 3.1,
# Style Values); one value is a list of one. Prism makes a list of one only where "type: array" stands in the schema itself, so the
# same request passes beside that. Seen on Node.js 20.20.2:
#
#   anyOf [array, null]: ids=7 422, ids=7&ids=8 200
#   type array: ids=7 200, ids=7&ids=8 200
#
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20, npm and curl; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --no-package-lock --ignore-scripts @stoplight/prism-cli@5.16.0
cat > boats.yaml <<'YAML'
openapi: 3.1.0
info: {title: Boats, version: 1.0.0}
paths:
  /optional:
    get:
      parameters: [{name: ids, in: query, schema: {anyOf: [{type: array, items: {type: integer}}, {type: 'null'}]}}]
      responses: {'200': {description: taken, content: {application/json: {example: []}}}}
  /list:
    get:
      parameters: [{name: ids, in: query, schema: {type: array, items: {type: integer}}}]
      responses: {'200': {description: taken, content: {application/json: {example: []}}}}
YAML
port=$((20000 + RANDOM % 10000))
node node_modules/@stoplight/prism-cli/dist/index.js mock -p $port boats.yaml > log 2>&1 &
server=$!
for _ in $(seq 300); do grep -q 'listening on' log && break; sleep 0.2; done
get() { curl -gs --noproxy '*' -m 20 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port$1"; }
seen=$(
  echo "anyOf [array, null]: ids=7 $(get '/optional?ids=7'), ids=7&ids=8 $(get '/optional?ids=7&ids=8')"
  echo "type array: ids=7 $(get '/list?ids=7'), ids=7&ids=8 $(get '/list?ids=7&ids=8')"
)
echo "$seen"
[ "$seen" = 'anyOf [array, null]: ids=7 422, ids=7&ids=8 200
type array: ids=7 200, ids=7&ids=8 200' ]
