package dev.understudy.api;

/** A refusal, worded in the API's own error format. */
public record ErrorReply(int status, Object body) implements Reply {}
