package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that a document shows; whether its schema allows it was not asked.
 *
 * @param name empty for one without a name
 */
public record Example(String name, JsonNode value) {
    /**
     * The examples of a media type, parameter or header: its own, and then those of its schema.
     *
     * @param read the value of the bytes of a file that an {@code externalValue} names; empty if they have none
     */
    static List<Example> of(Part owner, Function<byte[], Optional<JsonNode>> read) {
        var examples = new ArrayList<Example>();
        add(examples, "", owner.at("example"));
        for (Part named : owner.at("examples").children()) {
            Part example = named.resolved();
            Part file = example.at("externalValue");
            add(examples, named.key(), example.at("value"));
            if (file.isPresent() && !example.has("value")) {
                file.document()
                        .file(file)
                        .flatMap(read)
                        .ifPresent(value -> examples.add(new Example(named.key(), value)));
            }
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
