package dev.understudy.openapi.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.openapi.Part;
import java.util.List;

/**
 * The address of the mock's tokens in the place of the real ones, for the flows that it knows. It is a path, since it
 * is relative to a server and not to the document (OpenAPI 3.1.1 section 4.6).
 */
final class TokenAddress {
    private static final String ADDRESS = "/-/token";
    private static final List<String> FLOWS = List.of("clientCredentials", "password");

    private TokenAddress() {}

    /** Puts it into the tree of the document. */
    static void putInto(JsonNode tree, Part root) {
        for (Part each : root.at("components").at("securitySchemes").children()) {
            Part scheme = each.resolved();
            for (String flow : FLOWS) {
                if (tree.at(scheme.at("flows").at(flow).pointer()) instanceof ObjectNode found) {
                    found.put("tokenUrl", ADDRESS);
                    if (found.has("refreshUrl")) {
                        found.put("refreshUrl", ADDRESS);
                    }
                }
            }
        }
    }
}
