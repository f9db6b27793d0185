package dev.understudy.records;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record of a session.
 *
 * @param id what tells it apart in its collection; {@link #ONLY} for the one object of a collection that holds one
 * @param record as a file of fixtures has it
 */
public record Row(String id, ObjectNode record) {
    /** The id of the one object of a collection that holds one. */
    public static final String ONLY = "-";
}
