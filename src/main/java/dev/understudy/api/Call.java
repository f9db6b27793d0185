package dev.understudy.api;

/**
 * A request that keeps the contract. Equal calls on the same state have equal outcomes, so a call can be the key of a
 * cache.
 *
 * @param produces the media type that the client likes best of those that the operation offers; empty where it offers
 *     none
 * @param preference which answer the client asks for; none where the contract does not let it choose
 */
public record Call(String operationId, Arguments arguments, String produces, Preference preference)
        implements Admission {
    /** A call of a client that does not choose its answer. */
    public Call(String operationId, Arguments arguments, String produces) {
        this(operationId, arguments, produces, Preference.NONE);
    }
}
