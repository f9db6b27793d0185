#!/usr/bin/env bash
# kubb 4.39.3 (@kubb/plugin-client with client: 'fetch'): a generated function sends its JSON body without "Content-Type:
# application/json", although the contract has no other media type. fetch then says text/plain;charset=UTF-8, and a server that holds
# requests to the contract answers 415. Seen on Node.js 20.20.2:
#
#   Content-Type of the request: text/plain;charset=UTF-8
#
# What helps: headers: { 'Content-Type': 'application/json' } in the config argument of each call, or client: 'axios'.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry and to 127.0.0.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": {
    "@kubb/cli": "4.39.3",
    "@kubb/core": "4.39.3",
    "@kubb/plugin-client": "4.39.3",
    "@kubb/plugin-oas": "4.39.3",
    "@kubb/plugin-ts": "4.39.3",
    "@types/node": "20.19.43",
    "typescript": "5.9.3"
  }
}
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > contract.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Things", "version": "1" },
  "paths": {
    "/things": {
      "post": {
        "operationId": "makeThing",
        "requestBody": {
          "required": true,
          "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } }
        },
        "responses": {
          "200": {
            "description": "The thing",
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } }
          }
        }
      }
    }
  },
  "components": {
    "schemas": { "Thing": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } } }
  }
}
JSON
cat > kubb.config.ts <<'TS'
import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';

export default defineConfig({
  root: '.',
  input: { path: './contract.json' },
  output: { path: './generated', clean: true },
  plugins: [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: 'fetch' })],
});
TS
npx kubb generate > kubb.log 2>&1 || { cat kubb.log; exit 1; }
cat > main.ts <<'TS'
import { createServer } from 'node:http';
import { makeThing } from './generated/index.ts';

const server = createServer((request, response) => {
  console.log(`Content-Type of the request: ${request.headers['content-type']}`);
  response.setHeader('Content-Type', 'application/json').end('{"name":"a"}');
});
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address() as { port: number };
  await makeThing({ name: 'a' }, { baseURL: `http://127.0.0.1:${port}` });
  server.close();
});
TS
npx tsc --module nodenext --target es2022 --skipLibCheck --types node --rewriteRelativeImportExtensions --outDir built main.ts
node built/main.js | tee seen
[ "$(cat seen)" = 'Content-Type of the request: text/plain;charset=UTF-8' ] || { echo 'This has changed.'; exit 1; }
