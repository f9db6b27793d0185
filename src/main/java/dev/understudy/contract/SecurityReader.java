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
        String in = scheme.at("in").text();
        boolean bearer = type.equals("oauth2")
                || type.equals("openIdConnect")
                || (type.equals("http") && scheme.at("scheme").text().equalsIgnoreCase("bearer"));
        if (bearer) {
            return Optional.of(new Access.Bearer());
        } else if (type.equals("apiKey") && List.of("query", "header").contains(in)) {
            Place place = Place.valueOf(in.toUpperCase(Locale.ROOT));
            return Optional.of(new Access.ApiKey(place, scheme.at("name").text()));
        }
        scheme.gap(
                "security-scheme",
                "this security scheme is not supported",
                "use http with bearer, oauth2, openIdConnect, or an apiKey in a header or the query");
        return Optional.empty();
    }
}
