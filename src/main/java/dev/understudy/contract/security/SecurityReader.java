package dev.understudy.contract.security;

import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.Nearest;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the access rules of operations: the requirements of the document, those of an operation, and the schemes behind
 * them.
 */
public record SecurityReader(Part document) {
    /**
     * What an operation asks for.
     *
     * @param pointers of the requirements and the schemes
     */
    public record Guard(Access access, Set<String> pointers) {}

    /** What an operation asks for by these requirements, or by the document's if it has none of its own. */
    public Guard guard(Part requirements) {
        Part chosen = requirements.isPresent() ? requirements : document.at("security");
        var pointers = new LinkedHashSet<String>();
        pointers.add(chosen.pointer());
        var alternatives = new ArrayList<List<Scheme>>();
        for (Part alternative : chosen.children()) {
            var schemes = new ArrayList<Scheme>();
            for (Part requirement : alternative.children()) {
                Part scheme = named(document, requirement.key());
                pointers.add(scheme.pointer());
                scheme(requirement, scheme).ifPresent(schemes::add);
            }
            alternatives.add(schemes);
        }
        return new Guard(new Access(alternatives), pointers);
    }

    /** The scheme of this name, or, since 3.2, at this address; an absent one if there is none. */
    static Part named(Part document, String key) {
        Part schemes = document.at("components").at("securitySchemes");
        String self = document.at("$self").text();
        String reference = !self.isEmpty() && key.startsWith(self + "#") ? key.substring(self.length()) : key;
        return schemes.has(key)
                ? schemes.at(key).resolved()
                : document.document().target(reference).map(Part::resolved).orElse(schemes.at(key));
    }

    private Part schemes() {
        return document.at("components").at("securitySchemes");
    }

    private Optional<Scheme> scheme(Part requirement, Part scheme) {
        if (!scheme.isPresent() && requirement.key().matches(".*[#/:].*")) {
            requirement.gap(
                    "security-scheme",
                    "\"" + requirement.key() + "\" is no address in this document, and no other is looked into",
                    "write the scheme under components, and name it here");
            return Optional.empty();
        } else if (!scheme.isPresent()) {
            List<String> known = schemes().children().stream().map(Part::key).toList();
            requirement.fault(
                    "security-scheme",
                    "no security scheme is named \"" + requirement.key() + "\""
                            + Nearest.hint(requirement.key(), known),
                    "");
            return Optional.empty();
        }
        String type = scheme.at("type").text();
        return switch (type) {
            case "oauth2", "openIdConnect" ->
                Optional.of(scheme.isBrought() ? bearer(requirement) : Authorization.BEARER);
            case "http" -> http(scheme);
            case "apiKey" -> apiKey(scheme);
            case "mutualTLS" -> withoutCertificates(scheme);
            default -> unsupported(scheme);
        };
    }

    /** Whether a requirement lists scopes, and not roles that no credential shows (OpenAPI 3.1.1 section 4.8.30). */
    static boolean hasScopes(Part scheme) {
        return Set.of("oauth2", "openIdConnect").contains(scheme.at("type").text());
    }

    /** Some documents write several in one text. */
    static List<String> scopes(Part requirement) {
        return requirement.children().stream()
                .flatMap(scope -> AccessToken.split(scope.text().strip()).stream())
                .distinct()
                .toList();
    }

    private static Authorization bearer(Part requirement) {
        return new Authorization("Bearer", scopes(requirement));
    }

    private static Optional<Scheme> withoutCertificates(Part scheme) {
        scheme.gap(
                "security-scheme",
                "no client is asked for a certificate, so nobody can show one",
                "let another scheme guard the operation");
        return Optional.empty();
    }

    private static Optional<Scheme> http(Part scheme) {
        String name = scheme.at("scheme").text();
        if (name.equalsIgnoreCase("bearer")) {
            return Optional.of(Authorization.BEARER);
        } else if (!scheme.isBrought() || !name.matches("[A-Za-z0-9-]+")) {
            return unsupported(scheme);
        }
        // The two that have more in their challenge than their name.
        String known = name.equalsIgnoreCase("basic") || name.equalsIgnoreCase("digest")
                ? name.toLowerCase(Locale.ROOT)
                : name;
        String first = known.substring(0, 1).toUpperCase(Locale.ROOT);
        return Optional.of(new Authorization(first + known.substring(1), List.of()));
    }

    private static Optional<Scheme> apiKey(Part scheme) {
        String in = scheme.at("in").text();
        List<String> places = scheme.isBrought() ? List.of("query", "header", "cookie") : List.of("query", "header");
        return places.contains(in)
                ? Optional.of(new ApiKey(
                        Place.valueOf(in.toUpperCase(Locale.ROOT)),
                        scheme.at("name").text()))
                : unsupported(scheme);
    }

    private static Optional<Scheme> unsupported(Part scheme) {
        scheme.gap(
                "security-scheme",
                "this security scheme is not supported",
                "use http with bearer, oauth2, openIdConnect, or an apiKey in a header or the query");
        return Optional.empty();
    }
}
