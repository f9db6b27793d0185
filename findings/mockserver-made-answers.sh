#!/usr/bin/env bash
# MockServer (mockserver-netty 6.1.0): an expectation made from an OpenAPI document answers where the document has no example, too, with
# values by type and format alone. Bounds, lengths, patterns, minItems and most formats are passed over, so the answer breaks the
# very schema it was made from, and a client that checks what it gets finds the fault at its side. Seen on OpenJDK 17.0.15:
#
#   code (maxLength 3): "some_string_value"
#   flag (pattern ^[A-Z]{2}$): "some_string_value"
#   berths (1 to 10): 0
#   price (100 to 200): 1.5
#   crew (minItems 2): ["some_string_value"]
#   home (format uri): "some_string_value"
#   id (format uuid): "3fa85f64-5717-4562-b3fc-2c963f66afa6"
#
# What helps: an example for each answer. Exits 0 while that is so and 1 when it has changed. Needs Java 17, Maven, jq and curl; traffic goes
# to Maven's registry and to loopback only.
set -euo pipefail
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=. -Dmdep.useBaseVersion=true \
  -Dartifact=org.mock-server:mockserver-netty:6.1.0:jar:jar-with-dependencies > /dev/null
cat > boats.json <<'JSON'
{ "openapi": "3.0.3", "info": { "title": "Boats", "version": "1.0.0" },
  "paths": { "/boats/1": { "get": { "operationId": "getBoat", "responses": { "200": { "description": "a boat",
    "content": { "application/json": { "schema": { "type": "object", "properties": {
      "code": { "type": "string", "maxLength": 3 },
      "flag": { "type": "string", "pattern": "^[A-Z]{2}$" },
      "berths": { "type": "integer", "minimum": 1, "maximum": 10 },
      "price": { "type": "number", "minimum": 100, "maximum": 200 },
      "crew": { "type": "array", "minItems": 2, "items": { "type": "string" } },
      "home": { "type": "string", "format": "uri" },
      "id": { "type": "string", "format": "uuid" } } } } } } } } } } }
JSON
port=$((20000 + RANDOM % 10000))
java -Dmockserver.logLevel=ERROR -jar mockserver-netty-6.1.0-jar-with-dependencies.jar -serverPort $port > log 2>&1 &
server=$!
call() { curl -s --noproxy '*' -m 20 "$@"; }
for _ in $(seq 150); do
  call -X PUT "http://127.0.0.1:$port/mockserver/status" > /dev/null && break
  sleep 0.2
done
jq '{specUrlOrPayload: tojson}' boats.json | call -X PUT "http://127.0.0.1:$port/mockserver/openapi" -d @- > /dev/null
call "http://127.0.0.1:$port/boats/1" > boat
of() { jq -c ".$1" boat; }
seen=$(
  echo "code (maxLength 3): $(of code)"
  echo "flag (pattern ^[A-Z]{2}\$): $(of flag)"
  echo "berths (1 to 10): $(of berths)"
  echo "price (100 to 200): $(of price)"
  echo "crew (minItems 2): $(of crew)"
  echo "home (format uri): $(of home)"
  echo "id (format uuid): $(of id)"
)
echo "$seen"
[ "$seen" = 'code (maxLength 3): "some_string_value"
flag (pattern ^[A-Z]{2}$): "some_string_value"
berths (1 to 10): 0
price (100 to 200): 1.5
crew (minItems 2): ["some_string_value"]
home (format uri): "some_string_value"
id (format uuid): "3fa85f64-5717-4562-b3fc-2c963f66afa6"' ] || { echo 'This has changed.'; exit 1; }
