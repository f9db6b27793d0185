package dev.understudy.contract.security;

import dev.understudy.api.Violation;
import java.util.List;

/**
 * Why a request may not pass.
 *
 * @param status 401 where credentials are missing, 403 where they allow too little
 * @param violations all that is missing of the alternative of which most is there
 * @param challenge the value of {@code WWW-Authenticate}
 */
public record Denial(int status, List<Violation> violations, String challenge) {
    public Denial {
        violations = List.copyOf(violations);
    }
}
