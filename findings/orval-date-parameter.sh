#!/usr/bin/env bash
# orval 7.13.2 (client: 'fetch', override.useDates: true): a query parameter with "format: date" has the type Date, and is sent as
# JavaScript shows a Date to people, which is no date of RFC 3339. Only "format: date-time" is written by toISOString(). Seen:
#
#   http://127.0.0.1/things?day=Sun+Mar+01+2026+00%3A00%3A00+GMT%2B0000+%28Coordinated+Universal+Time%29
#
# What helps: leave useDates off, and pass dates as text.
# Exits 0 while that is so and 1 when it has changed. Needs Node.js 20 and npm; traffic goes to the npm registry only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > package.json <<'JSON'
{
  "private": true,
  "type": "module",
  "dependencies": { "orval": "7.13.2", "typescript": "5.9.3" }
}
JSON
npm install --silent --no-audit --no-fund --no-package-lock
cat > contract.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Things", "version": "1" },
  "paths": {
    "/things": {
      "get": {
        "operationId": "listThings",
        "parameters": [{ "name": "day", "in": "query", "schema": { "type": "string", "format": "date" } }],
        "responses": { "200": { "description": "Things" } }
      }
    }
  }
}
JSON
cat > orval.config.ts <<'TS'
export default {
  things: {
    input: 'contract.json',
    output: { target: 'things.ts', client: 'fetch', baseUrl: 'http://127.0.0.1', override: { useDates: true } },
  },
};
TS
npx orval > orval.log 2>&1 || { cat orval.log; exit 1; }
grep -q 'day?: Date;' things.ts || { echo 'The parameter is no Date any more.'; exit 1; }
npx tsc --module nodenext --target es2022 --lib es2022,dom --skipLibCheck --outDir built things.ts
TZ=UTC node -e "import('./built/things.js').then((things) => console.log(things.getListThingsUrl({ day: new Date(2026, 2, 1) })))" \
  | tee seen
[ "$(cat seen)" = 'http://127.0.0.1/things?day=Sun+Mar+01+2026+00%3A00%3A00+GMT%2B0000+%28Coordinated+Universal+Time%29' ] \
  || { echo 'This has changed.'; exit 1; }
