package dev.understudy.api;

import dev.understudy.fixture.State;

/**
 * What comes of a call: the reply, and the state that the next call finds.
 *
 * @param next the state that the call was given, if the call changed nothing
 */
public record Outcome<R extends Reply>(R reply, State next) {}
