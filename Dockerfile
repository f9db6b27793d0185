# The image of the server. Both stages are plain Debian: the runtime inside is linked from the JDK that compiled the program.

# An image of a Maven repository to begin with; without one, Maven downloads what it needs.
ARG MAVEN_REPOSITORY=scratch
FROM ${MAVEN_REPOSITORY} AS maven-repository
WORKDIR /

FROM debian:trixie-slim AS build
# The JDK comes first: asked for together with Maven, apt adds a second, older one. It wants the folder that slim images lack.
RUN mkdir -p /usr/share/man/man1 \
 && apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jdk-headless binutils \
 && apt-get install -y --no-install-recommends maven \
 && rm -rf /var/lib/apt/lists/*

# The modules that the commands need, and nothing by which only a debugger would know its way around.
RUN "$(dirname "$(readlink -f "$(command -v javac)")")"/jlink --output /opt/java \
      --add-modules java.logging,java.management,java.naming,java.xml,jdk.management,jdk.unsupported \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress=zip-9 '--exclude-files=**/classlist,**/jexec,**/jrt-fs.jar,**/libsimdsort.so,**/*.debuginfo' \
 && strip --strip-unneeded /opt/java/lib/server/libjvm.so

WORKDIR /build
COPY .mvn .mvn
COPY pom.xml LICENSE ./
COPY specs specs
COPY fixtures fixtures
COPY src src
ARG REVISION=""
RUN --mount=type=cache,target=/root/.m2/repository,from=maven-repository \
    mvn -B -q -ntp package -Dmaven.test.skip=true -Dcyclonedx.skip=true -Dcompiler.plugin=-proc:none "-Drevision.commit=$REVISION" \
 && mkdir /app \
 && cp target/understudy.jar /app/

# A cache holds for one runtime, one collector and the jar as it lies here; the last stage changes none of them. It is for the quick
# compiler, which needs none of the profiles that would be in it.
RUN src/image/train /app/understudy.aot /opt/java/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
      -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -Dio.netty.allocator.type=pooled \
      -Djdk.reflect.useNativeAccessorOnly=true -jar /app/understudy.jar

FROM debian:trixie-slim
RUN mkdir /fixtures
COPY --from=build /opt/java /opt/java
COPY --from=build /app/understudy.jar /app/understudy.aot /app/
# In a C locale Java could not read names of files that are not ASCII. /dev/shm can be written to also where the root is read-only.
ENV LANG=C.UTF-8 UNDERSTUDY_HOST=0.0.0.0 UNDERSTUDY_FIXTURES=/fixtures UNDERSTUDY_HEALTH_FILE=/dev/shm/understudy-health
USER 65532:65532
EXPOSE 8080
# Without Java, which would take as much CPU every ten seconds as a start. The port is plain HTTP whatever the server speaks.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD ["bash", "-c", \
    "read -r port < \"$UNDERSTUDY_HEALTH_FILE\" && exec 3<>\"/dev/tcp/127.0.0.1/$port\" && printf 'GET /-/health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
# One compiler, the quick one, which waits for twice as many calls as usual, since most of what a start does is done once; the other
# wins back what it costs at the start after some ten thousand requests. The cache is mapped at its own address. Netty's usual
# allocator gives memory back to Java 25 at every turn when the heap is small, which costs more than a request. Reflection without
# method handles saves making a class for each constructor and method that is called, which no cache can hold. Profiles are not in the
# cache, so nobody need look through it for them.
ENTRYPOINT ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=2", \
    "-XX:-UsePerfData", "-XX:MaxRAMPercentage=50", \
    "-XX:AOTCache=/app/understudy.aot", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining", "-XX:ArchiveRelocationMode=0", \
    "-Dio.netty.allocator.type=pooled", "-Djdk.reflect.useNativeAccessorOnly=true", "-Dunderstudy.contracts=/contracts", \
    "-jar", "/app/understudy.jar"]
CMD ["serve"]
ARG REVISION=""
LABEL org.opencontainers.image.title="Understudy" \
      org.opencontainers.image.description="A contract-first mock server: a mock that cannot lie." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="$REVISION"
