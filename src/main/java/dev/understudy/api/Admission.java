package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/** The result of checking a request against its contract: a call for the API to answer, or a refusal for it to word. */
public sealed interface Admission permits Call, Refusal {
    /** The operation that the request reached; null if it reached none. */
    @Nullable
    String operationId();
}
