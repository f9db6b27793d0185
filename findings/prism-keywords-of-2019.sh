#!/usr/bin/env bash
# Prism (@stoplight/prism-cli 5.16.0): of a 3.1 document, whose schemas are JSON Schema 2020-12, it holds bodies to the keywords
# that the draft 07 had, and to "prefixItems", but passes over those that came in between. Nothing is said about it at the start.
# Seen on Node.js 20.20.2; each body breaks the one keyword of its schema:
#
#   contains 422
#   prefixItems 422
#   propertyNames 422
#   dependentRequired 200
#   dependentSchemas 200
#   minContains 200
#   unevaluatedItems 200
#   unevaluatedProperties 200
#
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20, npm and curl; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --no-package-lock --ignore-scripts @stoplight/prism-cli@5.16.0
declare -A schema=(
  [contains]='{"contains": {"const": 1}}' [prefixItems]='{"prefixItems": [{"type": "integer"}], "items": false}'
  [propertyNames]='{"propertyNames": {"maxLength": 1}}' [dependentRequired]='{"dependentRequired": {"a": ["b"]}}'
  [dependentSchemas]='{"dependentSchemas": {"a": {"required": ["b"]}}}' [minContains]='{"contains": {"const": 1}, "minContains": 2}'
  [unevaluatedItems]='{"allOf": [{"prefixItems": [{"type": "integer"}]}], "unevaluatedItems": false}'
  [unevaluatedProperties]='{"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": false}'
)
declare -A broken=(
  [contains]='[2]' [prefixItems]='[1, 2]' [propertyNames]='{"name": 1}' [dependentRequired]='{"a": 1}' [dependentSchemas]='{"a": 1}'
  [minContains]='[1]' [unevaluatedItems]='[1, 2]' [unevaluatedProperties]='{"a": 1, "b": 2}'
)
keywords='contains prefixItems propertyNames dependentRequired dependentSchemas minContains unevaluatedItems unevaluatedProperties'
{
  printf 'openapi: 3.1.0\ninfo: {title: Keywords, version: 1.0.0}\npaths:\n'
  for keyword in $keywords; do
    printf '  /%s:\n    post:\n      requestBody: {content: {application/json: {schema: %s}}}\n' "$keyword" "${schema[$keyword]}"
    printf "      responses: {'200': {description: taken, content: {application/json: {example: {}}}}}\n"
  done
} > keywords.yaml
port=$((20000 + RANDOM % 10000))
node node_modules/@stoplight/prism-cli/dist/index.js mock -p $port keywords.yaml > log 2>&1 &
server=$!
for _ in $(seq 300); do grep -q 'listening on' log && break; sleep 0.2; done
seen=$(
  for keyword in $keywords; do
    echo "$keyword $(curl -s --noproxy '*' -m 20 -o /dev/null -w '%{http_code}' -H 'Content-Type: application/json' \
      -d "${broken[$keyword]}" "http://127.0.0.1:$port/$keyword")"
  done
)
echo "$seen"
[ "$seen" = 'contains 422
prefixItems 422
propertyNames 422
dependentRequired 200
dependentSchemas 200
minContains 200
unevaluatedItems 200
unevaluatedProperties 200' ]
