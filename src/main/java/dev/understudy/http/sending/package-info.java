/** Answers as they are sent, and what their effects do to them on the wire. */
@NullMarked
package dev.understudy.http.sending;

import org.jspecify.annotations.NullMarked;
