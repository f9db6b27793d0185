package dev.understudy.contract.security;

import dev.understudy.openapi.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The scopes that there are in a document: those of its flows, and those that its operations ask for. */
public final class DeclaredScopes {
    /** Of every provider (OpenID Connect Core 1.0 sections 3.1.2.1, 5.4 and 11). */
    private static final List<String> OPEN_ID =
            List.of("openid", "profile", "email", "address", "phone", "offline_access");

    private final Part root;
    private final Set<String> scopes = new LinkedHashSet<>();

    private DeclaredScopes(Part root) {
        this.root = root;
    }

    /** All of them, each once, in the order of the document. */
    public static Set<String> of(Part root) {
        var declared = new DeclaredScopes(root);
        declared.schemes();
        declared.requirements(root.at("security"));
        for (Part path : root.at("paths").children()) {
            for (Part operation : path.resolved().children()) {
                declared.requirements(operation.at("security"));
            }
            for (Part operation : path.resolved().at("additionalOperations").children()) {
                declared.requirements(operation.at("security"));
            }
        }
        return declared.scopes;
    }

    private Part scheme(String name) {
        return SecurityReader.named(root, name);
    }

    private void schemes() {
        for (Part each : root.at("components").at("securitySchemes").children()) {
            Part scheme = each.resolved();
            if (scheme.at("type").text().equals("openIdConnect")) {
                scopes.addAll(OPEN_ID);
            }
            for (Part flow : scheme.at("flows").children()) {
                flow.at("scopes").children().forEach(scope -> scopes.add(scope.key()));
            }
        }
    }

    private void requirements(Part requirements) {
        for (Part alternative : requirements.children()) {
            for (Part requirement : alternative.children()) {
                if (SecurityReader.hasScopes(scheme(requirement.key()))) {
                    scopes.addAll(SecurityReader.scopes(requirement));
                }
            }
        }
    }
}
