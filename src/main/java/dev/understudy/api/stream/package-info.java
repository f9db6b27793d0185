/** Streamed answers as data; the code that owns the socket sends their items at the right time. */
@NullMarked
package dev.understudy.api.stream;

import org.jspecify.annotations.NullMarked;
