#!/usr/bin/env bash
# jackson-databind 2.22.1 (Maven): what ObjectWriter.withAttribute(key, value) hands to one write stays reachable for as long as the mapper
# lives, if that write is the first of a class with properties: the serializers that are made then refer to the configuration of that
# write, attributes included. The value of a later write, with the same classes, is free once the write is over. So a per-call attribute
# with a request or a page in it is a leak of the first one of each class. Seen on OpenJDK 17.0.15:
#
#   first write of a class: its attribute is kept
#   second write of the class: its attribute is free
#   first write of an object that holds such objects: its attribute is kept
#
# What helps: to write each class once without attributes before, or to hand the value over by the generator.
# Exits 0 while that is so and 1 when it has changed. Needs Java 17 and Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>seen</groupId><artifactId>seen</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.22.1</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
cat > Seen.java <<'JAVA'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;

public class Seen {
    record Leaf(String name) {}

    record Branch(List<Leaf> leaves) {}

    public static void main(String[] arguments) throws Exception {
        var mapper = new ObjectMapper();
        ObjectWriter writer = mapper.writer();
        var leaf = new Leaf("a");
        System.out.println("first write of a class: its attribute is " + state(write(writer, leaf)));
        System.out.println("second write of the class: its attribute is " + state(write(writer, leaf)));
        System.out.println("first write of an object that holds such objects: its attribute is "
                + state(write(writer, new Branch(List.of(leaf)))));
        Reference.reachabilityFence(mapper);
        Reference.reachabilityFence(writer);
    }

    /** Writes with an object as an attribute that nothing else refers to. */
    static WeakReference<Object> write(ObjectWriter writer, Object value) throws Exception {
        var attribute = new Object();
        writer.withAttribute("of this call", attribute).writeValueAsBytes(value);
        return new WeakReference<>(attribute);
    }

    static String state(WeakReference<?> reference) throws Exception {
        for (int i = 0; i < 20 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return reference.get() == null ? "free" : "kept";
    }
}
JAVA
java -cp "lib/*" Seen.java | tee seen
diff seen - << 'SEEN'
first write of a class: its attribute is kept
second write of the class: its attribute is free
first write of an object that holds such objects: its attribute is kept
SEEN
