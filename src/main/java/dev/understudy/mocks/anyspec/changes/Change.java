package dev.understudy.mocks.anyspec.changes;

import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.Answered;

/** What comes of a call that may change something: its answer, and the state that the next call finds. */
public record Change(Answered answered, State next) {}
