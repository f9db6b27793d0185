/** Isolated sessions on one server: the key that a request names, and what each session has changed. */
@NullMarked
package dev.understudy.session;

import org.jspecify.annotations.NullMarked;
