package dev.understudy.mocks.anyspec.changes;

import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;

/** What comes of a call that may change something: its answer, and the state that the next call finds. */
public record Change(CollectionAnswer answered, State next) {}
