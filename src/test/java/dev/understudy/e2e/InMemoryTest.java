package dev.understudy.e2e;

import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import org.junit.jupiter.api.Nested;

/** The APIs without a socket, each reply checked anew. */
class InMemoryTest {
    private static final Settings EVERY_BYTE = Settings.DEFAULT.withValidateEveryByte(true);
    private static final Line LINE =
            Line.inMemory(((Snapshot) Snapshot.load(Catalogue.builtIn(), EVERY_BYTE)).exchange());

    /** All that the classes below have in common. */
    private interface InMemory extends MockApiContract {
        @Override
        default Line line() {
            return LINE;
        }

        @Override
        default int requests() {
            return 200;
        }
    }

    @Nested
    class TaskProfiles implements InMemory {
        @Override
        public Subject subject() {
            return Subject.TASK_PROFILES;
        }
    }

    @Nested
    class AiGoals implements InMemory {
        @Override
        public Subject subject() {
            return Subject.AI_GOALS;
        }
    }

    @Nested
    class AiTasks implements InMemory {
        @Override
        public Subject subject() {
            return Subject.AI_TASKS;
        }
    }

    @Nested
    class WorkTasks implements InMemory {
        @Override
        public Subject subject() {
            return Subject.WORK_TASKS;
        }
    }
}
