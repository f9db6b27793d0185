#!/usr/bin/env bash
# networknt json-schema-validator 3.0.9 (dialect of OpenAPI 3.1; that of 3.0 does the same): a discriminator whose mapping has the
# bare name of a schema refuses every value that this mapping is for. A name is as good there as a reference, and a discriminator
# changes nothing about what fits (OpenAPI 3.1.1, Discriminator Object). Without the mapping the same value fits. Seen on Java
# 17.0.15 for {"kind":"Cat","lives":9}:
#
#   no mapping: fits
#   Cat: #/components/schemas/Cat: fits
#   Cat: Cat: no matching schema found for discriminator value 'Cat'
#
# What helps: references in the mapping.
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
      <groupId>com.networknt</groupId>
      <artifactId>json-schema-validator</artifactId>
      <version>3.0.9</version>
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
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;

class Main {
    static final String PETS = """
            {
              "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
              "discriminator": {"propertyName": "kind"%s},
              "components": {
                "schemas": {
                  "Cat": {"type": "object", "required": ["kind", "lives"]},
                  "Dog": {"type": "object", "required": ["kind", "bark"]}
                }
              }
            }
            """;

    static void tell(String name, String mapping) {
        List<Error> errors = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31())
                .getSchema(PETS.formatted(mapping), InputFormat.JSON)
                .validate("{\"kind\":\"Cat\",\"lives\":9}", InputFormat.JSON);
        System.out.println(name + ": " + (errors.isEmpty() ? "fits" : errors.get(0).getMessage()));
    }

    public static void main(String[] args) {
        tell("no mapping", "");
        tell("Cat: #/components/schemas/Cat", ", \"mapping\": {\"Cat\": \"#/components/schemas/Cat\"}");
        tell("Cat: Cat", ", \"mapping\": {\"Cat\": \"Cat\"}");
    }
}
JAVA
java -cp 'jars/*' Main.java | tee seen
[ "$(cat seen)" = "no mapping: fits
Cat: #/components/schemas/Cat: fits
Cat: Cat: no matching schema found for discriminator value 'Cat'" ] || { echo 'This has changed.'; exit 1; }
