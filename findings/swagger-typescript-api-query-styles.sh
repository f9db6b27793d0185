#!/usr/bin/env bash
# swagger-typescript-api 13.13.0: the generated client knows neither style nor explode of a parameter in the query (OpenAPI 3.0, Style
# Values). Each list is repeated, also where "explode: false" asks for commas or pipes, and an object becomes the text [object Object],
# though its type in the client has the properties. Nothing warns, neither when the client is generated nor when it calls. Seen on
# Node.js 20.20.2 with tsx 4.20.6, where the document asks for ids=1,2, pipes=x|y, at[x]=1 and a=1:
#
#   ids=1&ids=2 (form, explode: false)
#   pipes=x&pipes=y (pipeDelimited)
#   at=[object Object] (deepObject)
#   flat=[object Object] (form, explode: true)
#
# What helps: lists with the default style alone, and properties as parameters of their own; oazapfts 7.5.0
# and @hey-api/openapi-ts 0.95.0 send all four as the document says. Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm;
# traffic goes to the npm registry and to loopback only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{ "private": true, "dependencies": { "swagger-typescript-api": "13.13.0", "tsx": "4.20.6" } }
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
        - {name: pipes, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: at, in: query, style: deepObject, schema: {type: object, properties: {x: {type: integer}}}}
        - {name: flat, in: query, schema: {type: object, properties: {a: {type: integer}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}
YAML
npx swagger-typescript-api generate -p boats.yaml -o . -n client.ts > log 2>&1
cat > main.ts <<'TS'
import http from 'node:http';
import { Api } from './client.ts';

const styles = ['form, explode: false', 'pipeDelimited', 'deepObject', 'form, explode: true'];
const server = http.createServer((request, response) => {
  console.log(`${decodeURIComponent(request.url!.split('?')[1])} (${styles.shift()})`);
  response.setHeader('content-type', 'application/json');
  response.end('{}');
});
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address() as { port: number };
  const api = new Api({ baseUrl: `http://127.0.0.1:${port}` });
  await api.boats.listBoats({ ids: [1, 2] });
  await api.boats.listBoats({ pipes: ['x', 'y'] });
  await api.boats.listBoats({ at: { x: 1 } });
  await api.boats.listBoats({ flat: { a: 1 } });
  process.exit(0);
});
TS
npx tsx main.ts | tee seen
[ "$(cat seen)" = 'ids=1&ids=2 (form, explode: false)
pipes=x&pipes=y (pipeDelimited)
at=[object Object] (deepObject)
flat=[object Object] (form, explode: true)' ] || { echo 'This has changed.'; exit 1; }
