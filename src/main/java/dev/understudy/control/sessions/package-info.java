/** The operations of specs/control.yaml: sessions, their snapshots and their calls. */
@NullMarked
package dev.understudy.control.sessions;

import org.jspecify.annotations.NullMarked;
