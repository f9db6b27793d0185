package dev.understudy.api;

/** The result of checking a reply against its contract: a response to send, or an invalid reply. */
public sealed interface Release permits Response, InvalidReply {}
