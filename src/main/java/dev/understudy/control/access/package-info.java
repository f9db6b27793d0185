/** Who may use the control API: programs on this machine, and whoever has the token. */
@NullMarked
package dev.understudy.control.access;

import org.jspecify.annotations.NullMarked;
