package dev.understudy.api;

/** What the border makes of a request: a call for the handler, or a refusal for it to word. */
public sealed interface Admission permits Call, Refusal {}
