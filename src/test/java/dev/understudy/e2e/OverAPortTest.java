package dev.understudy.e2e;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The APIs over a port, each request and each answer judged. */
@ExtendWith(RunningMock.class)
class OverAPortTest {
    private final Line line;

    OverAPortTest(Client client) {
        this.line = Line.over(client);
    }

    @Nested
    class TaskProfiles extends OverAPort {
        @Override
        public Subject subject() {
            return Subject.TASK_PROFILES;
        }
    }

    @Nested
    class AiGoals extends OverAPort {
        @Override
        public Subject subject() {
            return Subject.AI_GOALS;
        }
    }

    @Nested
    class AiTasks extends OverAPort {
        @Override
        public Subject subject() {
            return Subject.AI_TASKS;
        }
    }

    @Nested
    class WorkTasks extends OverAPort {
        @Override
        public Subject subject() {
            return Subject.WORK_TASKS;
        }
    }

    /** All that the classes above have in common. */
    private abstract class OverAPort implements MockApiContract {
        @Override
        public Line line() {
            return line;
        }

        @Override
        public int requests() {
            return 30;
        }
    }
}
