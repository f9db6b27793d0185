package dev.understudy.journal;

import dev.understudy.api.text.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Hides the parameters of paths that are secret. */
final class SecretPaths {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    private final List<List<String>> templates = new ArrayList<>();
    private final Set<String> names;

    /** @param names of the parameters that are secret; more of them may be added later */
    SecretPaths(Set<String> names) {
        this.names = names;
    }

    /** Takes note of a path as the contract has it. */
    void add(String template) {
        templates.add(List.of(template.replaceFirst("[?#].*", "").split("/")));
    }

    /** The path without secrets; what stands in front of the contract's path is left as it is. */
    String shown(String path) {
        String shown = path;
        for (List<String> template : templates) {
            if (template.stream().anyMatch(this::isSecret)) {
                shown = shown(shown, template);
            }
        }
        return shown;
    }

    private String shown(String path, List<String> template) {
        var segments = new ArrayList<>(List.of(path.split("/", -1)));
        int before = segments.size() - template.size();
        // The first segment is the empty one in front of the first slash.
        for (int i = 1; i < template.size(); i++) {
            if (before < 0 || !fits(template.get(i), segments.get(before + i))) {
                return path;
            }
        }
        for (int i = 1; i < template.size(); i++) {
            if (isSecret(template.get(i))) {
                segments.set(before + i, Redaction.HIDDEN);
            }
        }
        return String.join("/", segments);
    }

    private static boolean fits(String template, String segment) {
        return template.contains("{")
                || template.equals(Percent.decode(segment, false).orElse(segment));
    }

    private boolean isSecret(String segment) {
        return PARAMETER.matcher(segment).results().anyMatch(found -> names.contains(found.group(1)));
    }
}
