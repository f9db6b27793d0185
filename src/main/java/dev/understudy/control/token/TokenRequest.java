package dev.understudy.control.token;

import static dev.understudy.control.token.Grant.Refused.invalid;

import dev.understudy.api.Body;
import dev.understudy.api.MessageText;
import dev.understudy.api.Request;
import dev.understudy.api.Spelling;
import dev.understudy.contract.security.AccessToken;
import dev.understudy.control.token.Grant.Granted;
import dev.understudy.control.token.Grant.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A token request (RFC 6749 sections 4.3.2, 4.4.2 and 6).
 *
 * @param declared the scopes that can be requested
 */
record TokenRequest(Request request, Set<String> declared) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> GRANT_TYPES = Set.of("client_credentials", "password", "refresh_token");

    Grant grant() {
        Optional<Refused> unreadable = unreadable();
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        Form form = Form.of(request.bytes());
        if (!form.flaws().isEmpty()) {
            return invalid(form.flaws().get(0));
        }
        Map<String, String> fields = form.fields();
        String type = fields.get("grant_type");
        if (type == null) {
            return invalid("grant_type must be given: client_credentials, password or refresh_token");
        } else if (!GRANT_TYPES.contains(type)) {
            return Refused.of(
                    "unsupported_grant_type",
                    "grant_type must be client_credentials, password or refresh_token, was " + MessageText.text(type));
        }
        Optional<Refused> unknown = new Client(request, fields).flaw(type.equals("client_credentials"));
        return unknown.isPresent() ? unknown.get() : grant(type, fields);
    }

    private Grant grant(String type, Map<String, String> fields) {
        String scope = fields.getOrDefault("scope", "");
        if (type.equals("refresh_token")) {
            return renewed(fields, scope);
        }
        if (type.equals("password") && !(fields.containsKey("username") && fields.containsKey("password"))) {
            return invalid("username and password must be given: any will do");
        }
        boolean renewable = type.equals("password");
        return flaw(scope, declared)
                .<Grant>map(refused -> refused)
                .orElseGet(() -> new Granted(token(scope, AccessToken.withAll()), renewable));
    }

    private Grant renewed(Map<String, String> fields, String scope) {
        String sent = fields.get("refresh_token");
        if (sent == null) {
            return invalid("refresh_token must be given");
        }
        Optional<AccessToken> known = AccessToken.of(AccessToken.Kind.REFRESH, sent);
        if (known.isEmpty()) {
            return Refused.of(
                    "invalid_grant", "refresh_token must be one that came from here with grant_type=password");
        }
        AccessToken before = known.get().as(AccessToken.Kind.ACCESS);
        Set<String> most = before.all() ? declared : new LinkedHashSet<>(before.scopes());
        return flaw(scope, most)
                .<Grant>map(refused -> refused)
                .orElseGet(() -> new Granted(token(scope, before), true));
    }

    /** A request without a scope gets the default (RFC 6749 section 3.3). */
    private static AccessToken token(String scope, AccessToken otherwise) {
        return scope.isBlank() ? otherwise : AccessToken.with(new LinkedHashSet<>(AccessToken.split(scope.strip())));
    }

    private static Optional<Refused> flaw(String scope, Set<String> most) {
        if (scope.length() > AccessToken.LONGEST) {
            return Optional.of(
                    Refused.of("invalid_scope", "scope must have at most " + AccessToken.LONGEST + " characters"));
        }
        return AccessToken.split(scope.strip()).stream()
                .filter(each -> !most.contains(each))
                .findFirst()
                .map(each -> Refused.of(
                        "invalid_scope", "scope must not have " + MessageText.text(each) + ": " + near(each, most)));
    }

    private static String near(String scope, Set<String> most) {
        if (most.isEmpty()) {
            return "there are no scopes";
        }
        return Spelling.nearest(scope, List.copyOf(most))
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> "there are "
                        + MessageText.and(most.stream().limit(8).toList())
                        + (most.size() > 8 ? ", and " + (most.size() - 8) + " others" : ""));
    }

    private Optional<Refused> unreadable() {
        List<String> types = request.headers().all("Content-Type");
        String type =
                types.isEmpty() ? "" : types.get(0).replaceFirst(";.*", "").strip();
        if (!type.equalsIgnoreCase(FORM)) {
            String got = type.isEmpty() ? "missing" : MessageText.text(type);
            return Optional.of(invalid("the body must be sent as " + FORM + ", Content-Type was " + got));
        }
        return request.body() instanceof Body.Whole
                ? Optional.empty()
                : Optional.of(invalid("the body cannot be read"));
    }
}
