package dev.understudy.contract.answers;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file says: {@code OPERATION.STATUS.EXT} or {@code OPERATION.STATUS.EXAMPLE.EXT}.
 *
 * @param operation by its operationId, or the name that was made for it
 * @param example empty for none
 * @param extension in small letters
 */
record AnswerName(String operation, int status, String example, String extension) {
    static final String FORM = "OPERATION.STATUS.EXT or OPERATION.STATUS.EXAMPLE.EXT";

    private static final Pattern REST = Pattern.compile("\\.(\\d{3})(?:\\.(.+))?\\.([A-Za-z0-9]+)");
    private static final Pattern ANY = Pattern.compile("(.+?)" + REST.pattern());

    /** The name with one of these operations, as such a name may have dots; empty if it has none of them. */
    static Optional<AnswerName> of(String file, Collection<String> operations) {
        return operations.stream()
                .filter(operation -> file.startsWith(operation + "."))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .flatMap(operation -> rest(operation, file.substring(operation.length())).stream())
                .findFirst();
    }

    /** The name with whatever operation it may have. */
    static Optional<AnswerName> of(String file) {
        Matcher name = ANY.matcher(file);
        return name.matches() ? rest(name.group(1), file.substring(name.group(1).length())) : Optional.empty();
    }

    private static Optional<AnswerName> rest(String operation, String rest) {
        Matcher parts = REST.matcher(rest);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String example = parts.group(2) == null ? "" : parts.group(2);
        String extension = FileTypes.lower(parts.group(3));
        return Optional.of(new AnswerName(operation, Integer.parseInt(parts.group(1)), example, extension));
    }
}
