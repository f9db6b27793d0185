/** The last calls of all sessions: kept as they came, and put into words when somebody reads them. */
@NullMarked
package dev.understudy.journal;

import org.jspecify.annotations.NullMarked;
