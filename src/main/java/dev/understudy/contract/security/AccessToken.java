package dev.understudy.contract.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A token that {@code /-/token} made. It says itself which scopes it has, so nothing remembers it, and it is the same
 * for the same scopes. It is no secret.
 *
 * @param kind what it is for
 * @param all whether it has all scopes that there are
 * @param scopes those that it has; none are listed of one that has all
 */
public record AccessToken(Kind kind, boolean all, List<String> scopes) {
    /** In characters of all its scopes and the blanks between them; a token is a third longer. */
    public static final int LONGEST = 2048;

    /** In the place of a list of scopes; no list is written like this. */
    private static final String ALL = "~";

    public AccessToken {
        scopes = List.copyOf(scopes);
    }

    /** What a token is for. */
    public enum Kind {
        ACCESS("understudy-access."),
        REFRESH("understudy-refresh.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** An access token with these scopes. */
    public static AccessToken with(Set<String> scopes) {
        return new AccessToken(Kind.ACCESS, false, List.copyOf(scopes));
    }

    /** An access token with all scopes. */
    public static AccessToken withAll() {
        return new AccessToken(Kind.ACCESS, true, List.of());
    }

    /** Whether this is a list of scopes, with one blank between two (RFC 6749 section 3.3). */
    public static boolean isScope(String text) {
        return text.matches("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*");
    }

    /** The access token that this is the text of; empty for one that we did not make. */
    public static Optional<AccessToken> of(String text) {
        return of(Kind.ACCESS, text);
    }

    /** The token of this kind that this is the text of; empty if it is none of ours. */
    public static Optional<AccessToken> of(Kind kind, String text) {
        if (!text.startsWith(kind.prefix)) {
            return Optional.empty();
        }
        String scopes = text.substring(kind.prefix.length());
        if (scopes.equals(ALL)) {
            return Optional.of(new AccessToken(kind, true, List.of()));
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(scopes), US_ASCII);
            return decoded.isEmpty() || isScope(decoded)
                    ? Optional.of(new AccessToken(kind, false, split(decoded)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The scopes of a list, each once. */
    public static List<String> split(String scopes) {
        return scopes.isEmpty() ? List.of() : List.copyOf(new LinkedHashSet<>(List.of(scopes.split(" +"))));
    }

    /** The same scopes for something else. */
    public AccessToken as(Kind other) {
        return new AccessToken(other, all, scopes);
    }

    /** Whether it has all of these. */
    public boolean has(List<String> needed) {
        return all || new HashSet<>(scopes).containsAll(needed);
    }

    /** How it is sent. */
    public String text() {
        byte[] list = String.join(" ", scopes).getBytes(US_ASCII);
        return kind.prefix
                + (all ? ALL : Base64.getUrlEncoder().withoutPadding().encodeToString(list));
    }
}
