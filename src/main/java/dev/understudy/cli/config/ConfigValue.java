package dev.understudy.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.openapi.Part;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/**
 * Converts a value of the file to the text that the command line would have.
 *
 * @param folder the base of relative paths
 */
record ConfigValue(ArgSpec argument, Path folder) {
    /** The value is of a type that the option does not take. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Part part;

        Invalid(Part part, String expected) {
            super("must be " + expected + ", was " + shown(part.value()));
            this.part = part;
        }

        Part part() {
            return part;
        }

        private static String shown(JsonNode value) {
            return value.isNull()
                    ? "nothing"
                    : value.isObject() ? "a map" : value.isArray() ? "a list" : MessageText.value(value);
        }
    }

    String text(Part value) throws Invalid {
        if (argument.typeInfo().isBoolean()) {
            if (!value.value().isBoolean()) {
                throw new Invalid(value, "true or false");
            }
            return value.text();
        } else if (!argument.isMultiValue()) {
            return place(one(value, "a text or a number"));
        }
        var texts = new ArrayList<String>();
        boolean pairs = argument.paramLabel().contains("=");
        boolean map = pairs && value.value().isObject();
        for (Part each : map || value.value().isArray() ? value.children() : List.of(value)) {
            String text = one(each, pairs ? "a text, a list of texts, or a map of them" : "a text, or a list of texts");
            texts.add(map ? each.key() + "=" + place(text) : place(text));
        }
        return String.join(argument.splitRegex(), texts);
    }

    private String one(Part value, String expected) throws Invalid {
        JsonNode node = value.value();
        boolean right = node.isTextual() ? !node.textValue().isBlank() : node.isNumber();
        if (!right) {
            throw new Invalid(value, expected);
        }
        String text = node.asText();
        if (isPath() && argument.isMultiValue() && text.contains(argument.splitRegex())) {
            throw new Invalid(value, "one path, without \"" + argument.splitRegex() + "\"");
        }
        return text;
    }

    private boolean isPath() {
        Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
        return type == Path.class;
    }

    /** Paths, and contracts that are paths, relative to the working folder. */
    private String place(String text) {
        if (isPath()) {
            return resolved(text);
        } else if (!ConfigKey.of(argument).equals(ConfigKey.CONTRACTS)) {
            return text;
        }
        // A file that is there is meant before a name for another is, as on the command line.
        int equals = exists(text) ? -1 : text.indexOf('=');
        String place = text.substring(equals + 1);
        return text.substring(0, equals + 1) + (exists(place) ? resolved(place) : place);
    }

    private boolean exists(String text) {
        try {
            return !text.equals("-") && Files.exists(folder.resolve(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String resolved(String text) {
        try {
            Path path = folder.resolve(text).normalize();
            return path.toString().isEmpty() ? "." : path.toString();
        } catch (InvalidPathException e) {
            // The option says what it must be.
            return text;
        }
    }
}
