package dev.understudy.contract;

import dev.understudy.openapi.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names for the operations of a brought document: the operationId, or, if it is missing or taken, one of the method and
 * the path, such as {@code get-users-by-id}, which stays the same when the document grows.
 */
final class OperationNames {
    private final Map<String, Integer> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    OperationNames(List<Part> operations) {
        for (Part operation : operations) {
            String id = operation.at("operationId").text();
            if (!id.isEmpty()) {
                given.merge(id, 1, Integer::sum);
            }
        }
    }

    String name(Part operation, String method, String path) {
        String id = operation.at("operationId").text();
        if (given.getOrDefault(id, 0) == 1) {
            return id;
        }
        String name = unique(made(method, path));
        if (!id.isEmpty()) {
            operation
                    .at("operationId")
                    .hint(
                            "duplicate-operation-id",
                            "the operationId \"" + id + "\" is there " + given.get(id) + " times: this operation is"
                                    + " called " + name,
                            "give each a name of its own");
        }
        return name;
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; given.containsKey(free) || !taken.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static String made(String method, String path) {
        String words =
                path.replace("{", "/by-").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return method.toLowerCase(Locale.ROOT) + (words.isEmpty() ? "" : "-" + words);
    }
}
