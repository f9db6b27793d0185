package dev.understudy.api;

/** What the border makes of a reply: a response that keeps the contract, or a reply that does not. */
public sealed interface Release permits Response, InvalidReply {}
