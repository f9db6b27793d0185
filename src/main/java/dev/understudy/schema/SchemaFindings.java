package dev.understudy.schema;

import dev.understudy.openapi.Document;
import dev.understudy.openapi.NullReading;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.Reading;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** What is wrong with the schemas of a brought document, and what in them has not the effect that it seems to have. */
public final class SchemaFindings {
    private final Set<Reading> letter;
    private final String version;

    private SchemaFindings(String version, Set<Reading> letter) {
        this.version = version;
        this.letter = letter;
    }

    /**
     * Notes all of it in the document.
     *
     * @param letter the readings that are not taken
     */
    public static void check(Document document, Set<Reading> letter) {
        String version = document.root().at("openapi").text();
        var findings = new SchemaFindings(version, letter);
        document.schemas().forEach(findings::check);
    }

    private void check(Part schema) {
        NullReading.of(schema.value(), version)
                .ifPresent(reading -> schema.hint(
                        reading.word(),
                        letter.contains(reading)
                                ? "takes no null, as its author may think"
                                : "takes null, which it does not by the letter",
                        "write it as a choice with type: \"null\""));
        pattern(schema);
    }

    private static void pattern(Part schema) {
        Part pattern = schema.at("pattern");
        try {
            if (pattern.isPresent()) {
                EcmaPattern.of(pattern.text());
            }
        } catch (PatternSyntaxException e) {
            pattern.fault("pattern", "\"pattern\" is no regular expression: " + e.getDescription(), "mend it");
        }
    }
}
