package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A value that a document shows; whether its schema allows it was not asked.
 *
 * @param name empty for one without a name
 */
public record Example(String name, JsonNode value) {
    /** The examples of a media type, parameter or header: its own, and then those of its schema. */
    static List<Example> of(Part owner) {
        var examples = new ArrayList<Example>();
        add(examples, "", owner.at("example"));
        for (Part named : owner.at("examples").children()) {
            add(examples, named.key(), named.resolved().at("value"));
        }
        Part schema = owner.at("schema").resolved();
        add(examples, "", schema.at("example"));
        schema.at("examples").children().forEach(example -> add(examples, "", example));
        return examples;
    }

    private static void add(List<Example> examples, String name, Part value) {
        if (value.isPresent()) {
            examples.add(new Example(name, value.value()));
        }
    }
}
