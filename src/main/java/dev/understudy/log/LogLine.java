package dev.understudy.log;

import java.util.Map;

/** A message of the log that has named parts: text shows its {@code toString}, JSON its fields. */
interface LogLine {
    /** The parts by name, in their order. */
    Map<String, Object> fields();
}
