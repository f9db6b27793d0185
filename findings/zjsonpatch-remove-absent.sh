#!/usr/bin/env bash
# io.github.vishwakarma zjsonpatch 0.6.2: to remove a member that an object does not have succeeds and changes nothing, where RFC 6902
# (4.2) says that the target must exist. To replace it, to move it and to remove an element that a list does not have are refused. A
# server that takes the absence of an exception for success so answers 200 to a patch with a misspelt name. Seen on Java 17.0.15 with
# {"name":"Ada","tags":["a"]}:
#
#   remove /nick gives {"name":"Ada","tags":["a"]}
#   remove /tags/4 gives JsonPatchApplicationException
#   replace /nick gives JsonPatchApplicationException
#   move /nick to /alias gives JsonPatchApplicationException
#
# The flag FORBID_REMOVE_MISSING_OBJECT has it refused; it is off by default.
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
      <groupId>io.github.vishwakarma</groupId>
      <artifactId>zjsonpatch</artifactId>
      <version>0.6.2</version>
    </dependency>
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>2.22.1</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DincludeScope=runtime -DoutputDirectory=jars \
  > mvn.log 2>&1 || { cat mvn.log; exit 1; }
cat > Main.java <<'JAVA'
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.CompatibilityFlags;
import com.flipkart.zjsonpatch.JsonPatch;
import java.util.EnumSet;

class Main {
    static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        EnumSet<CompatibilityFlags> usual = CompatibilityFlags.defaults();
        System.out.println("remove /nick gives " + patched("{'op':'remove','path':'/nick'}", usual));
        System.out.println("remove /tags/4 gives " + patched("{'op':'remove','path':'/tags/4'}", usual));
        System.out.println("replace /nick gives " + patched("{'op':'replace','path':'/nick','value':'A'}", usual));
        System.out.println("move /nick to /alias gives " + patched("{'op':'move','from':'/nick','path':'/alias'}", usual));
        usual.add(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);
        System.out.println("remove /nick with the flag gives " + patched("{'op':'remove','path':'/nick'}", usual));
    }

    static String patched(String operation, EnumSet<CompatibilityFlags> flags) throws Exception {
        JsonNode record = JSON.readTree("{\"name\":\"Ada\",\"tags\":[\"a\"]}");
        try {
            return JsonPatch.apply(JSON.readTree(("[" + operation + "]").replace('\'', '"')), record, flags).toString();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
JAVA
java -cp 'jars/*' Main.java | tee seen
[ "$(cat seen)" = 'remove /nick gives {"name":"Ada","tags":["a"]}
remove /tags/4 gives JsonPatchApplicationException
replace /nick gives JsonPatchApplicationException
move /nick to /alias gives JsonPatchApplicationException
remove /nick with the flag gives JsonPatchApplicationException' ] || { echo 'This has changed.'; exit 1; }
