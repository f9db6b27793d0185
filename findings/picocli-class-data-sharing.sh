#!/usr/bin/env bash
# picocli 4.7.7 (Maven): its classes are compiled for Java 5 (class-file version 49), and class data sharing (AppCDS) takes none from before
# version 50: OpenJDK 17.0.15 warns of each class when the archive is made, and leaves it out. So a command-line program that is archived
# to start sooner reads and verifies all of picocli anew at each start, though its own classes come from the archive:
#
#   picocli/CommandLine.class has version 49
#   of the program: 1 from the archive, 0 from the jar
#   of picocli: 0 from the archive, 165 from the jar
#
# What helps: to raise the version of these classes when the program is packaged, with frames computed anew (ASM does both).
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
    <dependency><groupId>info.picocli</groupId><artifactId>picocli</artifactId><version>4.7.7</version></dependency>
  </dependencies>
</project>
XML
mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib > /dev/null
mkdir -p seen classes
cat > seen/Seen.java <<'JAVA'
package seen;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "seen")
public class Seen implements Runnable {
    @Option(names = "--name")
    private String name = "";

    @Override
    public void run() {
        System.out.println("hello " + name);
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Seen()).execute(arguments));
    }
}
JAVA
javac --release 17 -proc:none -cp lib/picocli-4.7.7.jar -d classes seen/Seen.java
jar --create --file seen.jar -C classes .
path=seen.jar:lib/picocli-4.7.7.jar
java -XX:ArchiveClassesAtExit=seen.jsa -cp "$path" seen.Seen --name you > archived 2>&1
java -XX:SharedArchiveFile=seen.jsa -Xshare:auto -Xlog:class+load:file=loaded -cp "$path" seen.Seen --name you > said
version=$(javap -verbose -cp lib/picocli-4.7.7.jar picocli.CommandLine | sed -n 's/^ *major version: //p')
count() { grep -cE "$1 source: $2" loaded || true; }
own_archived=$(count 'seen\.[A-Za-z]+' 'shared objects file')
own_read=$(count 'seen\.[A-Za-z]+' '(file|jar):')
archived=$(count 'picocli\.[A-Za-z$0-9]+' 'shared objects file')
read=$(count 'picocli\.[A-Za-z$0-9]+' '(file|jar):')
echo "picocli/CommandLine.class has version $version"
echo "of the program: $own_archived from the archive, $own_read from the jar"
echo "of picocli: $archived from the archive, $read from the jar"
grep -qx 'hello you' said
[ "$version" = 49 ] && [ "$own_archived" = 1 ] && [ "$own_read" = 0 ] && [ "$archived" = 0 ] && [ "$read" -gt 100 ]
