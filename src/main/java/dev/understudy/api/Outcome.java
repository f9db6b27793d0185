package dev.understudy.api;

import dev.understudy.fixture.State;

/**
 * The result of a call: the reply, and the state after it.
 *
 * @param next the state after the call; the same object as before if the call changed nothing
 */
public record Outcome<R extends Reply>(R reply, State next) {}
