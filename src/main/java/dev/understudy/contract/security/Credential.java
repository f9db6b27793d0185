package dev.understudy.contract.security;

import dev.understudy.api.Violation.Place;

/**
 * Made-up credentials that pass.
 *
 * @param place a header, the query or a cookie
 * @param name of the header, of the key of the query or of the cookie
 */
public record Credential(Place place, String name, String value) {
    /** What they say of themselves: they are nobody's secret. */
    static final String ANY = "demo";
}
