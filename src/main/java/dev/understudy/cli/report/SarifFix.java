package dev.understudy.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Json;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import java.util.Optional;
import java.util.regex.Pattern;

/** A fix of SARIF: the text to delete, and the text that was probably meant. */
final class SarifFix {
    /** A string that appears in the file exactly as in the message: not shortened, without escapes. */
    private static final Pattern PLAIN = Pattern.compile("\"[\\w. -]+\"");

    private SarifFix() {}

    /** The fix of a misspelt key or string; empty without a suggestion, or if the exact text in the file is unknown. */
    static Optional<ObjectNode> of(Fault fault) {
        Violation violation = fault.violation();
        String suggestion = violation == null ? null : violation.suggestion();
        if (violation == null || suggestion == null || fault.line() == 0) {
            return Optional.empty();
        }
        String wrong = isKey(violation) ? quoted(Pointers.last(violation.pointer())) : violation.got();
        String meant = quoted(suggestion);
        return PLAIN.matcher(wrong).matches() && PLAIN.matcher(meant).matches()
                ? Optional.of(fix(fault, wrong, meant))
                : Optional.empty();
    }

    private static ObjectNode fix(Fault fault, String wrong, String meant) {
        ObjectNode fix = Json.mapper().createObjectNode();
        fix.putObject("description").put("text", "Write " + meant + " instead of " + wrong + ".");
        ObjectNode change = fix.putArray("artifactChanges").addObject();
        change.putObject("artifactLocation").put("uri", ArtifactUri.of(fault.file()));
        ObjectNode replacement = change.putArray("replacements").addObject();
        replacement
                .putObject("deletedRegion")
                .put("startLine", fault.line())
                .put("startColumn", fault.column())
                .put("endColumn", fault.column() + wrong.length());
        replacement.putObject("insertedContent").put("text", meant);
        return fix;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static boolean isKey(Violation violation) {
        return violation.keyword().equals("additionalProperties");
    }
}
