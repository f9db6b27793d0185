#!/usr/bin/env bash
# openapi-generator 7.25.0 (Maven): its Java generators take some names for reserved that Java does not reserve, and not the same ones.
# A query parameter "file" is _file in the generator java and file in spring; "list" and "object" get the underscore in both, "folder" in
# none. The name on the wire stays, so nothing fails until somebody calls a method by the names of its arguments: a template that
# makes records of them, a mapper, or a move from one generator to the other. Seen on OpenJDK 17.0.15:
#
#   java: String _file, String _list, String _object, String folder
#   spring: String file, String _list, String _object, String folder
#
# What helps: to choose another name in a contract of one's own, or --name-mappings file=file.
# Exits 0 while that is so and 1 when it has changed. Needs Java 17 and Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mvn -B -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:7.25.0 -DoutputDirectory=. > /dev/null
cat > shelf.yaml <<'YAML'
openapi: 3.0.3
info: {title: Shelf, version: '1'}
paths:
  /notes:
    get:
      tags: [Notes]
      operationId: listNotes
      parameters:
        - {name: file, in: query, schema: {type: string}}
        - {name: list, in: query, schema: {type: string}}
        - {name: object, in: query, schema: {type: string}}
        - {name: folder, in: query, schema: {type: string}}
      responses: {'204': {description: Done}}
YAML
for generator in java spring; do
  java -jar openapi-generator-cli-7.25.0.jar generate -g $generator -i shelf.yaml -o $generator \
    --global-property apis,apiTests=false,apiDocs=false > /dev/null 2>&1
  echo "$generator: $(cat $generator/src/main/java/org/openapitools/*/*/NotesApi.java $generator/src/main/java/org/openapitools/*/NotesApi.java 2> /dev/null |
    tr -d '\n' | grep -oE 'listNotes\([^{;]*' | head -1 | grep -oE 'String _?(file|list|object|folder)\b' | paste -sd, | sed 's/,/, /g')"
done | tee seen
[ "$(cat seen)" = 'java: String _file, String _list, String _object, String folder
spring: String file, String _list, String _object, String folder' ] || { echo 'This has changed.'; exit 1; }
