package dev.understudy.api;

import org.jspecify.annotations.Nullable;

/** What the border makes of a request: a call for the handler, or a refusal for it to word. */
public sealed interface Admission permits Call, Refusal {
    /** The operation that was reached; null when none was. */
    @Nullable
    String operationId();
}
