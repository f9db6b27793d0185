/** The records of a session as JSON: read, added, replaced, merged and removed, and held to what fixtures must keep. */
@NullMarked
package dev.understudy.records;

import org.jspecify.annotations.NullMarked;
