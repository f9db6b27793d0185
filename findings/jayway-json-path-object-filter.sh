#!/usr/bin/env bash
# com.jayway.jsonpath json-path 3.0.0: a filter on an object asks the object itself, where JSONPath (RFC 9535, 2.3.5.2) asks each of
# its members. An Overlay that removes the operations of a path which are deprecated so finds none, and nothing is said; one that asks
# for what the path itself has finds the path. Seen on Java 17.0.15 with
# {"paths":{"/a":{"x-team":"red","get":{"deprecated":true},"put":{"deprecated":false}}}}:
#
#   $.paths['/a'][?(@.deprecated == true)] finds []
#   $.paths['/a'][?(@['x-team'] == 'red')] finds ["$['paths']['\/a']"]
#
# RFC 9535: the first finds $['paths']['/a']['get'], the second nothing.
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
      <groupId>com.jayway.jsonpath</groupId>
      <artifactId>json-path</artifactId>
      <version>3.0.0</version>
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
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;

class Main {
    static final String DOCUMENT = "{\"paths\":{\"/a\":{\"x-team\":\"red\",\"get\":{\"deprecated\":true},\"put\":{\"deprecated\":false}}}}";

    public static void main(String[] args) {
        var paths = Configuration.defaultConfiguration().addOptions(Option.AS_PATH_LIST, Option.SUPPRESS_EXCEPTIONS);
        for (String query : new String[] {"$.paths['/a'][?(@.deprecated == true)]", "$.paths['/a'][?(@['x-team'] == 'red')]"}) {
            System.out.println(query + " finds " + JsonPath.using(paths).parse(DOCUMENT).read(query));
        }
    }
}
JAVA
java -cp 'jars/*' Main.java | tee seen
[ "$(cat seen)" = "\$.paths['/a'][?(@.deprecated == true)] finds []
\$.paths['/a'][?(@['x-team'] == 'red')] finds [\"\$['paths']['\\/a']\"]" ] || { echo 'This has changed.'; exit 1; }
