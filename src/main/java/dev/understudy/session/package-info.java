/** Isolated sessions on one server: how requests name them, and what they have changed. */
@NullMarked
package dev.understudy.session;

import org.jspecify.annotations.NullMarked;
