package dev.understudy.mocks.anyspec.changes;

import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;

/** The result of a call that may change something: its answer, and the state after it. */
public record Change(CollectionAnswer answered, State next) {}
