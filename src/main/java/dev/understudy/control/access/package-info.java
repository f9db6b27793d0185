/** Access to the control API: for programs on this machine, and for clients with the token. */
@NullMarked
package dev.understudy.control.access;

import org.jspecify.annotations.NullMarked;
