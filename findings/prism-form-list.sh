#!/usr/bin/env bash
# Prism (@stoplight/prism-cli 5.16.0): a list in a form body cannot be sent unless the media type has an "encoding" for it.
# OpenAPI gives each property of application/x-www-form-urlencoded the style "form" with explode when there is none (Encoding
# Object, 3.0.3 and 3.1.0), so that tags=sea&tags=pier is the list. Prism reads it as a text and refuses every spelling. With an
# "encoding" that says no more than what holds by default, the same body passes. Seen on Node.js 20.20.2:
#
#   no encoding: tags=sea&tags=pier 422, tags=sea,pier 422, tags[]=sea&tags[]=pier 422, tags=sea 422
#   encoding {tags: {style: form, explode: true}}: tags=sea&tags=pier 200
#
# What helps: write the default down.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20, npm and curl; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --prefix . --silent --no-audit --no-fund --no-package-lock --ignore-scripts @stoplight/prism-cli@5.16.0
cat > notes.yaml <<'YAML'
openapi: 3.0.3
info: {title: Notes, version: 1.0.0}
paths:
  /plain:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: &note {type: object, required: [tags], properties: {tags: {type: array, items: {type: string}}}}
      responses: {'200': {description: taken, content: {application/json: {example: {}}}}}
  /encoded:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: *note
            encoding: {tags: {style: form, explode: true}}
      responses: {'200': {description: taken, content: {application/json: {example: {}}}}}
YAML
port=$((20000 + RANDOM % 10000))
node node_modules/@stoplight/prism-cli/dist/index.js mock -p $port notes.yaml > log 2>&1 &
server=$!
for _ in $(seq 300); do grep -q 'listening on' log && break; sleep 0.2; done
post() { curl -gs --noproxy '*' -m 20 -o /dev/null -w '%{http_code}' -d "$2" "http://127.0.0.1:$port$1"; }
seen=$(
  echo "no encoding: tags=sea&tags=pier $(post /plain 'tags=sea&tags=pier'), tags=sea,pier $(post /plain tags=sea,pier)," \
    "tags[]=sea&tags[]=pier $(post /plain 'tags[]=sea&tags[]=pier'), tags=sea $(post /plain tags=sea)"
  echo "encoding {tags: {style: form, explode: true}}: tags=sea&tags=pier $(post /encoded 'tags=sea&tags=pier')"
)
echo "$seen"
[ "$seen" = 'no encoding: tags=sea&tags=pier 422, tags=sea,pier 422, tags[]=sea&tags[]=pier 422, tags=sea 422
encoding {tags: {style: form, explode: true}}: tags=sea&tags=pier 200' ]
