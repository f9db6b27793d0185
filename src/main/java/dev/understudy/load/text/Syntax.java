package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.understudy.api.JsonSyntax;
import dev.understudy.api.JsonSyntaxError;

/** Says where the text of a file stops being JSON. */
final class Syntax {
    private static final String RULE = "syntax";

    private Syntax() {}

    /** What the parser, which reads a text that begins with this line, stopped at. */
    static Finding of(JsonProcessingException e, JsonParser parser, int firstLine) {
        JsonSyntaxError flaw = JsonSyntax.of(e, parser, firstLine);
        // No pointer: what the place would be called is what cannot be read.
        Finding finding =
                Finding.of(FileLocation.FILE, RULE, flaw.expected(), flaw.got()).at(flaw.place());
        return flaw.hint() == null ? finding : finding.hint(flaw.hint());
    }
}
