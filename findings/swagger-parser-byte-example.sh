#!/usr/bin/env bash
# swagger-parser 2.1.48 (OpenAPIV3Parser, and swagger-core, which writes what was read): the example of a text with "format: byte"
# is Base64 in the contract, and is encoded once more when a document of OpenAPI 3.0 is read and written. The default of the same
# schema stays as it is, and so does the example in 3.1. Who decodes such an example finds Base64 in place of the bytes. Seen on
# Java 17.0.15:
#
#   3.0.3 example: YUdWc2JHOD0= default: aGVsbG8=
#   3.1.1 example: aGVsbG8= default: aGVsbG8=
#
# What helps: the example at the media type, as part of the whole body; it is not touched.
# Exits 0 while that is so and 1 when it has changed. Needs Java 17 and Maven; traffic goes to Maven Central only.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.swagger.parser.v3</groupId>
      <artifactId>swagger-parser</artifactId>
      <version>2.1.48</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>2.0.17</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DincludeScope=runtime -DoutputDirectory=jars \
  > mvn.log 2>&1 || { cat mvn.log; exit 1; }
cat > Main.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;

class Main {
    static final String CONTRACT = """
            {
              "openapi": "%s",
              "info": {"title": "Keys", "version": "1"},
              "paths": {},
              "components": {
                "schemas": {"Key": {"type": "string", "format": "byte", "example": "aGVsbG8=", "default": "aGVsbG8="}}
              }
            }
            """;

    static void tell(String version, ObjectMapper mapper) throws Exception {
        OpenAPI read = new OpenAPIV3Parser().readContents(CONTRACT.formatted(version)).getOpenAPI();
        JsonNode key = new ObjectMapper().readTree(mapper.writeValueAsString(read)).at("/components/schemas/Key");
        System.out.println(version + " example: " + key.path("example").asText() + " default: " + key.path("default").asText());
    }

    public static void main(String[] args) throws Exception {
        tell("3.0.3", Json.mapper());
        tell("3.1.1", Json31.mapper());
    }
}
JAVA
java -cp 'jars/*' Main.java | tee seen
[ "$(cat seen)" = '3.0.3 example: YUdWc2JHOD0= default: aGVsbG8=
3.1.1 example: aGVsbG8= default: aGVsbG8=' ] || { echo 'This has changed.'; exit 1; }
