package dev.understudy.cli.report;

/** What each rule requires, in a sentence. */
final class RuleDescription {
    private RuleDescription() {}

    /** The same for a kind of finding, such as {@code broken-reference}. */
    static String ofFinding(String kind) {
        return "An OpenAPI document has no " + kind.replace('-', ' ')
                + " that keeps it from being served, or misleads.";
    }

    static String of(String rule) {
        return switch (rule) {
            case "acyclic" -> "References lead back to no record that they came from.";
            case "contract" -> "A contract is a sound OpenAPI 3.0 document.";
            case "duplicate" -> "A key is there once.";
            case "encoding" -> "A file is UTF-8.";
            case "file" -> "A file belongs to a collection and can be read.";
            case "folder" -> "What is given as a folder is one.";
            case "more" -> "Of very many faults in one file the first are listed.";
            case "number" -> "A number is one that a computer can hold.";
            case "reference" -> "A reference names a record that is there.";
            case "surrogate" -> "A text holds whole characters.";
            case "syntax" -> "A file is JSON.";
            case "unique" -> "An id is there once.";
            default -> "A record keeps the keyword " + rule + " of its schema.";
        };
    }
}
