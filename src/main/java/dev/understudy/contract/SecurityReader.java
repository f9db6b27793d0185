package dev.understudy.contract;

import dev.understudy.api.Violation.Place;
import dev.understudy.openapi.Nearest;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads who may call what: the requirements of the document, those of an operation, and the schemes behind them. */
record SecurityReader(Part document) {
    /**
     * What an operation asks for.
     *
     * @param pointers of the requirements and the schemes
     */
    record Guard(Access access, Set<String> pointers) {}

    /** What an operation asks for by these requirements, or by the document's if it has none of its own. */
    Guard guard(Part requirements) {
        Part chosen = requirements.isPresent() ? requirements : document.at("security");
        var pointers = new LinkedHashSet<String>();
        pointers.add(chosen.pointer());
        var alternatives = new ArrayList<List<Access.Scheme>>();
        for (Part alternative : chosen.children()) {
            var schemes = new ArrayList<Access.Scheme>();
            for (Part requirement : alternative.children()) {
                Part scheme = schemes().at(requirement.key()).resolved();
                pointers.add(scheme.pointer());
                scheme(requirement, scheme).ifPresent(schemes::add);
            }
            alternatives.add(schemes);
        }
        return new Guard(new Access(alternatives), pointers);
    }

    private Part schemes() {
        return document.at("components").at("securitySchemes");
    }

    private Optional<Access.Scheme> scheme(Part requirement, Part scheme) {
        if (!scheme.isPresent()) {
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
            case "oauth2", "openIdConnect" -> Optional.of(Access.Authorization.BEARER);
            case "http" -> http(scheme);
            case "apiKey" -> apiKey(scheme);
            default -> unsupported(scheme);
        };
    }

    private static Optional<Access.Scheme> http(Part scheme) {
        String name = scheme.at("scheme").text();
        if (name.equalsIgnoreCase("bearer")) {
            return Optional.of(Access.Authorization.BEARER);
        } else if (!scheme.isBrought() || !name.matches("[A-Za-z0-9-]+")) {
            return unsupported(scheme);
        }
        String first = name.substring(0, 1).toUpperCase(Locale.ROOT);
        return Optional.of(new Access.Authorization(first + name.substring(1)));
    }

    private static Optional<Access.Scheme> apiKey(Part scheme) {
        String in = scheme.at("in").text();
        List<String> places = scheme.isBrought() ? List.of("query", "header", "cookie") : List.of("query", "header");
        return places.contains(in)
                ? Optional.of(new Access.ApiKey(
                        Place.valueOf(in.toUpperCase(Locale.ROOT)),
                        scheme.at("name").text()))
                : unsupported(scheme);
    }

    private static Optional<Access.Scheme> unsupported(Part scheme) {
        scheme.gap(
                "security-scheme",
                "this security scheme is not supported",
                "use http with bearer, oauth2, openIdConnect, or an apiKey in a header or the query");
        return Optional.empty();
    }
}
