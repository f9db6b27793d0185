package dev.understudy.control.token;

import dev.understudy.contract.security.AccessToken;

/** What becomes of a request for a token. */
sealed interface Grant {
    /**
     * It gets one.
     *
     * @param renewable whether a token to refresh it goes with it
     */
    record Granted(AccessToken token, boolean renewable) implements Grant {}

    /**
     * It gets none.
     *
     * @param error a code of RFC 6749 section 5.2
     */
    record Refused(int status, String error, String description) implements Grant {
        /** No quotes, backslashes, or anything but ASCII may stand in the description. */
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
