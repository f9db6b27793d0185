package dev.understudy.control.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Request;
import dev.understudy.control.token.Grant.Refused;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The client of a token request. Any id and any secret are accepted, in the header or in the body, but not in both. */
record Client(Request request, Map<String, String> fields) {
    private static final String BASIC = "basic ";

    /**
     * @param needed whether client authentication is required (RFC 6749 section 4.4); otherwise the client may be
     *     public
     */
    Optional<Refused> flaw(boolean needed) {
        List<String> headers = request.headers().all("Authorization");
        boolean inBody = fields.containsKey("client_secret") || fields.containsKey("client_assertion");
        if (headers.isEmpty()) {
            return needed && !inBody
                    ? unknown("client_id and client_secret must be given, in the body or by Basic: any will do")
                    : Optional.empty();
        }
        if (headers.size() > 1 || !isBasic(headers.get(0))) {
            return unknown("header Authorization must be Basic and the client's identifier and secret");
        }
        return inBody
                ? Optional.of(Refused.invalid("the client's secret must be in the header or in the body, not in both"))
                : Optional.empty();
    }

    private static boolean isBasic(String header) {
        String value = header.strip();
        if (!value.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            String decoded = new String(
                    Base64.getDecoder().decode(value.substring(BASIC.length()).strip()), UTF_8);
            return decoded.indexOf(':') > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Refused> unknown(String description) {
        return Optional.of(new Refused(401, "invalid_client", description));
    }
}
