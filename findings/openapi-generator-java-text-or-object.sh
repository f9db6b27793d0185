#!/usr/bin/env bash
# openapi-generator 7.25.0, generator java with library native: a property of "type: [string, object]" (OpenAPI 3.1) becomes a class of
# alternatives that has lost the object: it knows the text alone, and the client cannot read a valid answer that has an object there. Of
# "type: [string, integer]" both are kept. Nothing warns but that 3.1 is in beta. Seen on OpenJDK 17.0.15:
#
#   alternatives of delay (string, object): String
#   alternatives of berth (string, integer): Integer String
#   {"delay":"5s"} read
#   {"delay":{"least":1}} not read: no match found
#   {"berth":5} read
#
# What helps, as tried: oneOf of a string and of an object that has a name in the components. Exits 0 while that is so and 1 when it has
# changed. Needs Java 17 and Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=. \
  -Dartifact=org.openapitools:openapi-generator-cli:7.25.0 > /dev/null
cat > boats.yaml <<'YAML'
openapi: 3.1.0
info: {title: Boats, version: 1.0.0}
paths:
  /boat:
    get:
      operationId: getBoat
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}}
components:
  schemas:
    Boat:
      type: object
      properties:
        delay: {type: [string, object]}
        berth: {type: [string, integer]}
YAML
java -jar openapi-generator-cli-7.25.0.jar generate -g java --library native -i boats.yaml -o client > log 2>&1
cd client
mkdir -p src/main/java/seen
cat > src/main/java/seen/Seen.java <<'JAVA'
package seen;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.TreeSet;
import org.openapitools.client.JSON;
import org.openapitools.client.model.Boat;
import org.openapitools.client.model.BoatBerth;
import org.openapitools.client.model.BoatDelay;

public class Seen {
    public static void main(String[] arguments) {
        System.out.println("alternatives of delay (string, object): " + names(new BoatDelay()));
        System.out.println("alternatives of berth (string, integer): " + names(new BoatBerth()));
        for (String json : new String[] {"{\"delay\":\"5s\"}", "{\"delay\":{\"least\":1}}", "{\"berth\":5}"}) {
            System.out.println(json + " " + read(json));
        }
    }

    static String names(org.openapitools.client.model.AbstractOpenApiSchema schema) {
        return String.join(" ", new TreeSet<>(schema.getSchemas().keySet()));
    }

    static String read(String json) {
        try {
            JSON.getDefault().getMapper().readValue(json, Boat.class);
            return "read";
        } catch (JsonProcessingException e) {
            return "not read: " + e.getOriginalMessage().replaceFirst(".*: ", "");
        }
    }
}
JAVA
mvn -q -B -ntp -DskipTests compile org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=path > ../log 2>&1
java -cp "target/classes:$(cat path)" seen.Seen 2> /dev/null | tee ../seen
[ "$(cat ../seen)" = 'alternatives of delay (string, object): String
alternatives of berth (string, integer): Integer String
{"delay":"5s"} read
{"delay":{"least":1}} not read: no match found
{"berth":5} read' ] || { echo 'This has changed.'; exit 1; }
