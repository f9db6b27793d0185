package dev.understudy.contract.security;

import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.contract.text.Query;
import java.util.Optional;

/** A kind of credentials. */
sealed interface Scheme permits Authorization, ApiKey {
    /** What is wrong with the credentials; empty if they pass. */
    Optional<Violation> flaw(Request request, Query query);

    /** The challenge for {@code WWW-Authenticate}. */
    String challenge();

    /** Where they are sent, such as {@code Authorization: Bearer}. */
    String described();

    /** Credentials that pass. */
    Credential example();
}
