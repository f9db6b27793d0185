package dev.understudy.openapi;

/**
 * Objects with a {@code $ref} in the values of examples and defaults. A value is literal (OpenAPI 3.0.4, Example
 * Object): nothing is put in their place, though their authors mean it.
 */
final class LiteralReferences {
    private LiteralReferences() {}

    /** Notes all of them in a document that was read to the end. */
    static void check(Document document) {
        document.examples().forEach(example -> in(example.value()));
        for (Part schema : document.schemas()) {
            in(schema.at("example"));
            in(schema.at("default"));
            Part examples = schema.at("examples");
            if (examples.value().isArray()) {
                in(examples);
            }
        }
    }

    /** {@code examples: {$ref: …}}: by the letter an example that is called so. */
    static void named(Part examples) {
        note(examples, "\"$ref\" is taken for the name of an example, and there is none");
    }

    private static void in(Part value) {
        if (value.reference().isPresent()) {
            note(value, "\"$ref\" in a value is literal: nothing is put in its place");
        }
        value.children().forEach(LiteralReferences::in);
    }

    private static void note(Part holder, String message) {
        holder.at("$ref")
                .hint(
                        "literal-reference",
                        message,
                        "write what is meant in its place; a reference may stand for a whole example, as in examples:"
                                + " {one: {$ref: '#/components/examples/one'}}");
    }
}
