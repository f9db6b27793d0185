package dev.understudy.cli.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.live.Complaint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SARIF calls a fix: the words to take out, and the words that were probably meant. */
final class SarifFix {
    private static final Pattern MEANT = Pattern.compile("did you mean \"([\\w.-]+)\"\\?");
    private static final Pattern PLAIN = Pattern.compile("\"[\\w. -]+\"");

    private SarifFix() {}

    /** The fix of a misspelt key or text; empty where nobody can say what was meant, or what exactly stands there. */
    static Optional<ObjectNode> of(Complaint fault) {
        Matcher meant = MEANT.matcher(fault.hint() == null ? "" : fault.hint());
        String wrong = isKey(fault) ? "\"" + lastStep(fault.pointer()) + "\"" : fault.got();
        if (fault.line() == 0 || !meant.matches() || !PLAIN.matcher(wrong).matches()) {
            return Optional.empty();
        }
        ObjectNode fix = Json.mapper().createObjectNode();
        fix.putObject("description").put("text", "Write \"" + meant.group(1) + "\" instead of " + wrong + ".");
        ObjectNode change = fix.putArray("artifactChanges").addObject();
        change.putObject("artifactLocation").put("uri", ArtifactUri.of(fault.file()));
        ObjectNode replacement = change.putArray("replacements").addObject();
        replacement
                .putObject("deletedRegion")
                .put("startLine", fault.line())
                .put("startColumn", fault.column())
                .put("endColumn", fault.column() + wrong.length());
        replacement.putObject("insertedContent").put("text", "\"" + meant.group(1) + "\"");
        return Optional.of(fix);
    }

    private static boolean isKey(Complaint fault) {
        return fault.rule().equals("additionalProperties");
    }

    private static String lastStep(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
