package dev.understudy.control.token;

import dev.understudy.contract.security.AccessToken;

/** The result of a token request. */
sealed interface Grant {
    /**
     * A token is issued.
     *
     * @param renewable whether a refresh token is issued too
     */
    record Granted(AccessToken token, boolean renewable) implements Grant {}

    /**
     * No token is issued.
     *
     * @param error an error code of RFC 6749 section 5.2
     */
    record Refused(int status, String error, String description) implements Grant {
        /** The description allows only ASCII without quotes and backslashes. */
        public Refused {
            description = description.replace('"', '\'').replaceAll("[^ -~]|\\\\", "?");
        }

        static Refused of(String error, String description) {
            return new Refused(400, error, description);
        }

        static Refused invalid(String description) {
            return of("invalid_request", description);
        }
    }
}
