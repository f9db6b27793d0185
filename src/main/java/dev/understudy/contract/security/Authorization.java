package dev.understudy.contract.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.Query;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Credentials of a scheme in the header Authorization (RFC 9110 section 11.6.2).
 *
 * @param scheme such as Bearer (RFC 6750 section 2.1) or Basic (RFC 7617)
 * @param scopes that a token of ours must have
 */
record Authorization(String scheme, List<String> scopes) implements Scheme {
    static final Authorization BEARER = new Authorization("Bearer", List.of());

    private static final String HEADER = "Authorization";

    Authorization {
        scopes = List.copyOf(scopes);
    }

    @Override
    public Optional<Violation> flaw(Request request, Query query) {
        List<String> headers = request.headers().all(HEADER);
        if (headers.size() != 1) {
            return flaw(headers.isEmpty() ? "missing" : "given " + headers.size() + " times");
        }
        // What came may be a secret, so no message repeats any of it.
        String value = headers.get(0).strip();
        int end = end(value);
        if (!value.substring(0, end).equalsIgnoreCase(scheme)) {
            return flaw(value.isEmpty() ? "empty" : "of another scheme");
        }
        return end == value.length() ? flaw("without " + credentials()) : Optional.empty();
    }

    private static int end(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) != ' ' && value.charAt(end) != '\t') {
            end++;
        }
        return end;
    }

    private Optional<Violation> flaw(String got) {
        return Optional.of(
                new Violation(Place.HEADER, HEADER, "", "security", "be \"" + scheme + "\" and " + credentials(), got));
    }

    private String credentials() {
        return scheme.equals("Bearer") ? "a token" : "credentials";
    }

    /** What a token of ours, which is there, lacks; nothing of one that we did not make. */
    Optional<Violation> lacking(Request request) {
        if (scopes.isEmpty()) {
            return Optional.empty();
        }
        String value = request.headers().all(HEADER).get(0).strip();
        return AccessToken.of(value.substring(end(value)).strip())
                .filter(token -> !token.has(scopes))
                .map(token -> new Violation(
                        Place.HEADER,
                        HEADER,
                        "",
                        "scope",
                        Expected.be("a token with " + named(scopes)),
                        "one " + (token.scopes().isEmpty() ? "without any" : "with " + named(token.scopes()))));
    }

    private static String named(List<String> scopes) {
        return (scopes.size() == 1 ? "the scope " : "the scopes ") + MessageText.and(scopes);
    }

    /** RFC 7617 section 2 wants a realm beside Basic, RFC 7616 section 3.3 also a nonce and a quality beside Digest. */
    @Override
    public String challenge() {
        return switch (scheme) {
            case "Basic" -> "Basic realm=\"API\"";
            case "Digest" -> "Digest realm=\"API\", qop=\"auth\", nonce=\"understudy\"";
            default -> scheme;
        };
    }

    @Override
    public String described() {
        return HEADER + ": " + scheme + (scopes.isEmpty() ? "" : " with " + named(scopes));
    }

    /** A user of this name with this password, in the form of Basic; any other scheme takes the word itself. */
    @Override
    public Credential example() {
        String pair = Credential.ANY + ":" + Credential.ANY;
        String shown =
                scheme.equals("Basic") ? Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)) : Credential.ANY;
        return new Credential(Place.HEADER, HEADER, scheme + " " + shown);
    }

    /** The challenge to a token with too few scopes (RFC 6750 section 3.1). */
    String insufficient() {
        String requested = String.join(" ", scopes);
        String scope = AccessToken.isScope(requested) ? ", scope=\"" + requested + "\"" : "";
        return scheme + " error=\"insufficient_scope\"" + scope;
    }
}
