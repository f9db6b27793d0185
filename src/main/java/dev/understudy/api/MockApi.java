package dev.understudy.api;

/** One mocked API: answers admitted calls, and words refusals in its vendor's own error body. */
public interface MockApi {
    /** The reply to a call that keeps the contract. */
    Reply answer(Call call);

    /** The refusal in this API's error body; its status is the refusal's. */
    Reply refuse(Refusal refusal);
}
