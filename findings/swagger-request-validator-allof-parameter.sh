#!/usr/bin/env bash
# swagger-request-validator 2.46.0: a parameter whose schema has its type inside of allOf, anyOf or oneOf is read as a JSON text,
# so that no plain text fits it. allOf with one reference is how contracts of OpenAPI 3.0 give a shared enum a description or a
# default, and by its style (OpenAPI 3.0.3, Parameter Object) such a value is plain text. Seen on Java 17.0.15 for GET
# /things?status=open:
#
#   reference: right
#   allOf with the reference: Unable to parse JSON - Unrecognized token 'open': was expecting (JSON String, Number, Array,
#   Object or token 'null', 'true' or 'false')
#   allOf with the reference, and the type: right
#
# What helps: the type beside the allOf too.
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
      <groupId>com.atlassian.oai</groupId>
      <artifactId>swagger-request-validator-core</artifactId>
      <version>2.46.0</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DincludeScope=runtime -DoutputDirectory=jars \
  > mvn.log 2>&1 || { cat mvn.log; exit 1; }
cat > Main.java <<'JAVA'
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;

class Main {
    static final String CONTRACT = """
            {
              "openapi": "3.0.3",
              "info": {"title": "Things", "version": "1"},
              "paths": {
                "/things": {
                  "get": {
                    "parameters": [{"name": "status", "in": "query", "schema": %s}],
                    "responses": {"200": {"description": "Things"}}
                  }
                }
              },
              "components": {"schemas": {"Status": {"type": "string", "enum": ["open", "shut"]}}}
            }
            """;

    static void tell(String name, String schema) {
        OpenApiInteractionValidator validator =
                OpenApiInteractionValidator.createForInlineApiSpecification(CONTRACT.formatted(schema)).build();
        Request request = SimpleRequest.Builder.get("/things").withQueryParam("status", "open").build();
        ValidationReport report = validator.validateRequest(request);
        System.out.println(name + ": "
                + (report.hasErrors() ? report.getMessages().get(0).getMessage().lines().findFirst().orElseThrow() : "right"));
    }

    public static void main(String[] args) {
        String reference = "{\"$ref\": \"#/components/schemas/Status\"}";
        tell("reference", reference);
        tell("allOf with the reference", "{\"allOf\": [" + reference + "]}");
        tell("allOf with the reference, and the type", "{\"type\": \"string\", \"allOf\": [" + reference + "]}");
    }
}
JAVA
java -cp 'jars/*' Main.java | tee seen
[ "$(cat seen)" = "reference: right
allOf with the reference: Unable to parse JSON - Unrecognized token 'open': was expecting (JSON String, Number, Array, \
Object or token 'null', 'true' or 'false')
allOf with the reference, and the type: right" ] || { echo 'This has changed.'; exit 1; }
