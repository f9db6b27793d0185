#!/usr/bin/env bash
# oazapfts 7.5.0 and @hey-api/openapi-ts 0.95.0: an empty list for a query parameter with "explode: false" is sent as "ids=", which is a
# list of one empty value: of integers, a value that is none. RFC 6570, which OpenAPI's styles follow, takes a list without members as
# undefined and leaves the parameter out (2.3 and 3.2.1), as both clients do for a list that is exploded. Seen on Node.js 20.20.2 with tsx 4.20.6, for empty ids (explode: false) and tags (explode: true):
#
#   oazapfts: /boats?ids=
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
import { listBoats, defaults } from './oazapfts.ts';
import { listBoats as listBoatsByHey } from './hey/sdk.gen.ts';
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
  defaults.baseUrl = baseUrl;
  client.setConfig({ baseUrl });
  name = 'oazapfts';
  await listBoats({ ids: [], tags: [] });
  name = '@hey-api/openapi-ts';
  await listBoatsByHey({ query: { ids: [], tags: [] } });
  process.exit(0);
});
TS
npx tsx main.ts | tee seen
[ "$(cat seen)" = 'oazapfts: /boats?ids=
@hey-api/openapi-ts: /boats?ids=' ] || { echo 'This has changed.'; exit 1; }
