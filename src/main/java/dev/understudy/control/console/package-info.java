/** Serves the files of the web console, which uses only the control API. */
@NullMarked
package dev.understudy.control.console;

import org.jspecify.annotations.NullMarked;
