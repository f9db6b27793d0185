package dev.understudy.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.Contract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Hides secret parameters in paths. */
final class SecretPaths {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    /** The path templates that have secrets. */
    private final List<List<String>> templates;

    private final Set<String> names;

    private SecretPaths(List<List<String>> templates, Set<String> names) {
        this.templates = templates;
        this.names = names;
    }

    /** For the paths of these contracts; a parameter name that is secret in one path is secret in all. */
    static SecretPaths of(List<Contract> contracts) {
        var names = new HashSet<String>();
        for (Contract contract : contracts) {
            JsonNode tree = contract.lowered().tree();
            var schemas = new SecretSchemas(tree);
            contract.operations().stream()
                    .flatMap(operation -> operation.inputs().stream())
                    .filter(input -> input.place() == Place.PATH
                            && !input.schema().isEmpty()
                            && schemas.hasSecret(tree.at(input.schema())))
                    .forEach(input -> names.add(input.name()));
        }
        List<List<String>> templates = contracts.stream()
                .flatMap(contract -> contract.operations().stream())
                .map(operation ->
                        List.of(operation.path().replaceFirst("[?#].*", "").split("/")))
                .filter(template -> template.stream().anyMatch(segment -> isSecret(segment, names)))
                .distinct()
                .toList();
        return new SecretPaths(templates, names);
    }

    /** The path with its secrets hidden; anything before the contract's path is left as it is. */
    String shown(String path) {
        String shown = path;
        for (List<String> template : templates) {
            shown = shown(shown, template);
        }
        return shown;
    }

    private String shown(String path, List<String> template) {
        var segments = new ArrayList<>(List.of(path.split("/", -1)));
        int before = segments.size() - template.size();
        // The first segment is the empty one before the first slash.
        for (int i = 1; i < template.size(); i++) {
            if (before < 0 || !fits(template.get(i), segments.get(before + i))) {
                return path;
            }
        }
        for (int i = 1; i < template.size(); i++) {
            if (isSecret(template.get(i), names)) {
                segments.set(before + i, Redaction.HIDDEN);
            }
        }
        return String.join("/", segments);
    }

    private static boolean fits(String template, String segment) {
        return template.contains("{")
                || template.equals(Percent.decode(segment, false).orElse(segment));
    }

    private static boolean isSecret(String segment, Set<String> names) {
        return PARAMETER.matcher(segment).results().anyMatch(found -> names.contains(found.group(1)));
    }
}
