package dev.understudy.contract;

import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request that the API sends, not takes: a webhook of a document or a callback of an operation (OpenAPI 3.1.1
 * sections 4.8.1 and 4.8.18). It is read and checked, and not sent.
 *
 * @param kind webhook or callback
 * @param name as the document has it
 * @param address the expression that tells where a callback goes; empty for a webhook
 * @param method in capitals
 * @param operation {@code POST /kites}, whose callback it is; empty for a webhook
 */
public record Outgoing(String kind, String name, String address, String method, String operation) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** All webhooks of a document, in its order, and then all callbacks. */
    static List<Outgoing> of(Part root) {
        var outgoing = new ArrayList<Outgoing>();
        for (Part webhook : root.at("webhooks").children()) {
            methods(webhook).forEach(method -> outgoing.add(new Outgoing("webhook", webhook.key(), "", method, "")));
        }
        for (Part path : root.at("paths").children()) {
            for (String method : methods(path)) {
                Part operation = path.resolved().at(method.toLowerCase(Locale.ROOT));
                callbacks(operation, method + " " + path.key(), outgoing);
            }
        }
        return outgoing;
    }

    private static void callbacks(Part operation, String owner, List<Outgoing> outgoing) {
        for (Part callback : operation.at("callbacks").children()) {
            for (Part address : callback.resolved().children()) {
                methods(address)
                        .forEach(method ->
                                outgoing.add(new Outgoing("callback", callback.key(), address.key(), method, owner)));
            }
        }
    }

    private static List<String> methods(Part path) {
        return path.resolved().children().stream()
                .map(Part::key)
                .filter(METHODS::contains)
                .map(key -> key.toUpperCase(Locale.ROOT))
                .toList();
    }
}
