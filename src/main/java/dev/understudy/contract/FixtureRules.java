package dev.understudy.contract;

import static java.util.stream.Collectors.toSet;

import dev.understudy.openapi.Document;
import dev.understudy.openapi.Nearest;
import dev.understudy.openapi.Part;
import dev.understudy.schema.SchemaBook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the schemas of fixtures in a contract, and what is wrong with their marks. */
final class FixtureRules {
    private static final Set<String> MARKS = Set.of(
            "x-fixture",
            "x-fixture-id",
            "x-fixture-single",
            "x-fixture-references",
            "x-fixture-acyclic",
            "x-fixture-unique");

    private FixtureRules() {}

    static List<FixtureSchema> read(Document document, SchemaBook book) {
        List<Part> marked = document.root().at("components").at("schemas").children().stream()
                .filter(schema -> schema.has("x-fixture"))
                .toList();
        Set<String> collections =
                marked.stream().map(schema -> schema.at("x-fixture").text()).collect(toSet());
        var seen = new HashSet<String>();
        for (Part schema : marked) {
            check(schema, collections);
            if (!seen.add(schema.at("x-fixture").text())) {
                schema.at("x-fixture").fault("two schemas cannot describe the same collection");
            }
        }
        return marked.stream().map(schema -> new FixtureSchema(schema, book)).toList();
    }

    private static void check(Part schema, Set<String> collections) {
        for (Part part : schema.children()) {
            if (part.key().startsWith("x-fixture") && !MARKS.contains(part.key())) {
                part.fault("unknown mark \"" + part.key() + "\"" + Nearest.hint(part.key(), MARKS));
            }
        }
        if (!schema.at("x-fixture").text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            schema.at("x-fixture").fault("a collection's name must be small letters, digits and single hyphens");
        }
        if (schema.at("x-fixture-single").isTrue() && schema.has("x-fixture-id")) {
            schema.at("x-fixture-id").fault("a fixture of one object has no id: leave it out");
        }
        Part id = schema.at("x-fixture-id");
        property(schema, id, id.text());
        for (Part reference : schema.at("x-fixture-references").children()) {
            property(schema, reference, reference.key());
            if (!collections.contains(reference.text())) {
                reference.fault("no collection is named \"" + reference.text() + "\""
                        + Nearest.hint(reference.text(), collections));
            }
        }
        Part acyclic = schema.at("x-fixture-acyclic");
        if (acyclic.isPresent() && !schema.at("x-fixture-references").has(acyclic.text())) {
            acyclic.fault("\"" + acyclic.text() + "\" must be among x-fixture-references");
        }
        schema.at("x-fixture-unique").children().forEach(unique -> property(schema, unique, unique.key()));
    }

    private static void property(Part schema, Part mark, String name) {
        List<String> known =
                schema.at("properties").children().stream().map(Part::key).toList();
        if (mark.isPresent() && !known.contains(name)) {
            mark.fault("the schema has no property \"" + name + "\"" + Nearest.hint(name, known));
        }
    }
}
