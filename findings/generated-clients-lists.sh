#!/usr/bin/env bash
# oazapfts 7.5.0 and @hey-api/openapi-ts 0.95.0: two lists that a generated client sends otherwise than OpenAPI's styles have them, which
# follow RFC 6570.
#
# - A list in a path has the style "simple", its values with commas between them (3.2.2 encodes the values, never the commas). oazapfts
#   joins first and encodes afterwards, so the commas are sent as %2C, by which a value says that it has a comma in it: a server that reads
#   by the standard finds one value where two were meant. @hey-api/openapi-ts encodes each value.
# - An empty list for a query parameter with "explode: false" is sent as "ids=" by both, which is a list of one empty value: of integers,
#   a value that is none. A list without members is undefined, and left out (2.3 and 3.2.1), as both do for a list that is exploded, here tags.
#
# Seen on Node.js 20.20.2 with tsx 4.20.6, for the list a, b in the path, and for empty ids and tags:
#
#   oazapfts: /boats/a%2Cb
#   oazapfts: /boats?ids=
#   @hey-api/openapi-ts: /boats/a,b
#   @hey-api/openapi-ts: /boats?ids=
#
# What helps: undefined in place of an empty list. Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm;
# traffic goes to the npm registry and to loopback only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "dependencies": { "oazapfts": "7.5.0", "@hey-api/openapi-ts": "0.95.0", "tsx": "4.20.6", "typescript": "5.9.3" } }
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > boats.yaml <<'YAML'
openapi: 3.0.3
info: {title: Boats, version: 1.0.0}
paths:
  /boats/{names}:
    get:
      operationId: getBoats
      parameters:
        - {name: names, in: path, required: true, schema: {type: array, items: {type: string}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
  /boats:
    get:
      operationId: listBoats
      parameters:
        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: tags, in: query, schema: {type: array, items: {type: string}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
YAML
npx oazapfts boats.yaml oazapfts.ts > log 2>&1
npx openapi-ts -i boats.yaml -o hey >> log 2>&1
cat > main.ts <<'TS'
import http from 'node:http';
import * as oazapfts from './oazapfts.ts';
import * as hey from './hey/sdk.gen.ts';
import { client } from './hey/client.gen.ts';

let name = '';
const server = http.createServer((request, response) => {
  console.log(`${name}: ${request.url}`);
  response.setHeader('content-type', 'application/json');
  response.end('{}');
});
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address() as { port: number };
  const baseUrl = `http://127.0.0.1:${port}`;
  oazapfts.defaults.baseUrl = baseUrl;
  client.setConfig({ baseUrl });
  name = 'oazapfts';
  await oazapfts.getBoats(['a', 'b']);
  await oazapfts.listBoats({ ids: [], tags: [] });
  name = '@hey-api/openapi-ts';
  await hey.getBoats({ path: { names: ['a', 'b'] } });
  await hey.listBoats({ query: { ids: [], tags: [] } });
  process.exit(0);
});
TS
npx tsx main.ts | tee seen
[ "$(cat seen)" = 'oazapfts: /boats/a%2Cb
oazapfts: /boats?ids=
@hey-api/openapi-ts: /boats/a,b
@hey-api/openapi-ts: /boats?ids=' ] || { echo 'This has changed.'; exit 1; }
