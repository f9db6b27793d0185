package dev.understudy.api;

/** What the border makes of a reply: bytes that keep the contract, or an objection to it. */
public sealed interface Release permits Response, Objection {}
