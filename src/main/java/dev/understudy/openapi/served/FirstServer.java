package dev.understudy.openapi.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The server that serves a document, put first in each of its lists of servers: a client that is generated from the
 * document then calls the mock, and not its original. Its URL is relative to the address of the document (OpenAPI 3.0.4
 * section 4.8.5, RFC 3986 section 5), so it is right behind a proxy too.
 */
final class FirstServer {
    private static final String SERVERS = "servers";
    private static final String DESCRIPTION = "The mock server that serves this document";

    private final Part root;
    private final Function<Part, String> url;
    /** The pointers of the document's lists; each of them replaces those above it. */
    private final List<String> lists = new ArrayList<>();

    /** @param url of the server that stands for those of a list */
    FirstServer(Part root, Function<Part, String> url) {
        this.root = root;
        this.url = url;
        note(root);
        for (Part path : root.at("paths").children()) {
            note(path);
            path.children().forEach(this::note);
        }
    }

    private void note(Part part) {
        Part servers = part.at(SERVERS);
        // A contract that was fetched from another mock names it already.
        if (servers.value().isArray() && !servers.at(0).at("url").text().equals(url.apply(servers))) {
            lists.add(servers.pointer());
        }
    }

    /** Adds it to the document, which this changes. */
    void addTo(JsonNode document) {
        lists.forEach(list -> ((ArrayNode) document.at(list)).insert(0, server(list)));
        if (!root.has(SERVERS)) {
            ((ObjectNode) document).putArray(SERVERS).add(server("/servers"));
        }
    }

    private ObjectNode server(String list) {
        return JsonNodeFactory.instance.objectNode().put("url", url(list)).put("description", DESCRIPTION);
    }

    private String url(String list) {
        return url.apply(root.document().part(list));
    }

    /** The same as text: what belongs before each of these lines of the document, by the line's index. */
    Map<Integer, String> lines(List<String> document) {
        var added = new HashMap<Integer, String>();
        for (String list : lists) {
            int line = line(Pointers.child(list, 0));
            String indent = document.get(line).replaceFirst("\\S.*", "");
            added.put(line, item(indent, list));
        }
        if (!root.has(SERVERS)) {
            added.put(line("/paths"), SERVERS + ":\n" + item("  ", "/servers"));
        }
        return added;
    }

    private int line(String pointer) {
        return root.document().position(pointer).line() - 1;
    }

    private String item(String indent, String list) {
        return indent + "- url: " + url(list) + "\n" + indent + "  description: " + DESCRIPTION + "\n";
    }
}
