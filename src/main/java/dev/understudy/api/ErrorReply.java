package dev.understudy.api;

/** A refusal in an API's own error body. */
public record ErrorReply(int status, Object body) implements Reply {}
