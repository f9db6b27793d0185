/** The files of the web console, which is a client of the control API and of nothing else. */
@NullMarked
package dev.understudy.control.console;

import org.jspecify.annotations.NullMarked;
