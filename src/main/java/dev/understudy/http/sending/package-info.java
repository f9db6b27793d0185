/** Sends answers, and applies their effects on the wire. */
@NullMarked
package dev.understudy.http.sending;

import org.jspecify.annotations.NullMarked;
