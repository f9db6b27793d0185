/**
 * Bodies that are items one after the other: JSON of a line each, JSON sequences, and the events of server-sent events.
 */
@NullMarked
package dev.understudy.contract.stream;

import org.jspecify.annotations.NullMarked;
