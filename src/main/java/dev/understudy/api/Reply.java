package dev.understudy.api;

/** What a handler answers: a status that the contract documents and the value to render as its JSON body. */
public interface Reply {
    /** The HTTP status, 200 to 599. */
    int status();

    /** The value that Jackson renders as the body. */
    Object body();
}
