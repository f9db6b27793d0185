#!/usr/bin/env bash
# jackson-core 2.22.1 and 2.22.4: whether JSON with half of a surrogate pair in a name is read depends on what it is read from, and on the
# patch version. RFC 8259, 8.2, leaves it open what a parser does with such an escape; but 2.22.1 refuses a name from bytes that it takes
# from a Reader, and 2.22.4 refuses both, while all of them take the same escape in a value. So a program that reads a file as text, to
# say at its place what is wrong, is stopped by a newer patch. Seen on OpenJDK 17.0.15:
#
#   2.22.1: name from bytes refused, name from a Reader taken, value from bytes taken, value from a Reader taken
#   2.22.4: name from bytes refused, name from a Reader refused, value from bytes taken, value from a Reader taken
#
# Exits 0 while that is so and 1 when it has changed. Needs Java 17 and Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Seen.java <<'JAVA'
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

public class Seen {
    public static void main(String[] arguments) throws IOException {
        String name = "{\"\\udc00\":1}";
        String value = "{\"key\":\"\\udc00\"}";
        System.out.printf("name from bytes %s, name from a Reader %s, value from bytes %s, value from a Reader %s%n",
                read(bytes(name)), read(characters(name)), read(bytes(value)), read(characters(value)));
    }

    static JsonParser bytes(String json) throws IOException {
        return new JsonFactory().createParser(json.getBytes(StandardCharsets.UTF_8));
    }

    static JsonParser characters(String json) throws IOException {
        return new JsonFactory().createParser(new StringReader(json));
    }

    static String read(JsonParser parser) throws IOException {
        try (parser) {
            while (parser.nextToken() != null) {
                parser.getText();
            }
            return "taken";
        } catch (JacksonException e) {
            return "refused";
        }
    }
}
JAVA
for version in 2.22.1 2.22.4; do
  mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=. \
    -Dartifact=com.fasterxml.jackson.core:jackson-core:$version > /dev/null
  echo "$version: $(java -cp jackson-core-$version.jar Seen.java)"
done | tee seen
[ "$(cat seen)" = '2.22.1: name from bytes refused, name from a Reader taken, value from bytes taken, value from a Reader taken
2.22.4: name from bytes refused, name from a Reader refused, value from bytes taken, value from a Reader taken' ] ||
  { echo 'This has changed.'; exit 1; }
