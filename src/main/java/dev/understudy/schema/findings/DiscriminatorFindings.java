package dev.understudy.schema.findings;

import dev.understudy.openapi.Part;
import java.util.List;

/** What is wrong with the discriminators of brought schemas. */
final class DiscriminatorFindings {
    private static final int DEEPEST = 20;

    private DiscriminatorFindings() {}

    static void check(Part schema) {
        Part discriminator = schema.at("discriminator");
        Part property = discriminator.at("propertyName");
        if (!property.value().isTextual()) {
            discriminator.hint(
                    "discriminator",
                    "a discriminator without \"propertyName\" has no effect",
                    "add it or leave it out");
            return;
        }
        Part branches = schema.at(schema.has("oneOf") ? "oneOf" : "anyOf");
        if (!branches.isPresent() && !declares(schema, property.text(), 0)) {
            missing(property, "the schema");
        }
        otherwise(discriminator.at("defaultMapping"), branches);
        for (Part branch : branches.children()) {
            if (branch.reference().isEmpty()) {
                branch.hint(
                        "discriminator",
                        "beside a discriminator a variant must be a $ref: the discriminator has no effect",
                        "give the variant a name");
            } else if (branch.resolved().value().isObject() && !declares(branch, property.text(), 0)) {
                missing(branch, branch.resolved().key());
            }
        }
    }

    private static void otherwise(Part fallback, Part branches) {
        String name = fallback.text().replaceFirst("^#/components/schemas/", "");
        boolean listed = branches.children().stream()
                .flatMap(branch -> branch.reference().stream())
                .anyMatch(reference ->
                        reference.equals(fallback.text()) || reference.equals("#/components/schemas/" + name));
        if (fallback.isPresent() && !listed) {
            fallback.hint(
                    "discriminator",
                    "\"" + fallback.text() + "\" is none of the variants, and has no effect",
                    "list it beside the others");
        }
    }

    private static void missing(Part part, String owner) {
        part.hint(
                "discriminator-property",
                owner + " does not declare the property of its discriminator",
                "add it under \"properties\", and to \"required\"");
    }

    private static boolean declares(Part schema, String property, int depth) {
        Part resolved = schema.resolved();
        if (depth > DEEPEST || resolved.at("properties").has(property)) {
            return true;
        }
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            for (Part part : resolved.at(keyword).children()) {
                if (declares(part, property, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
