/** Recent calls of all sessions: stored as received, and rendered without secrets only when they are read. */
@NullMarked
package dev.understudy.journal;

import org.jspecify.annotations.NullMarked;
