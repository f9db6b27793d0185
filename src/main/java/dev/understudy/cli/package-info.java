/** The command line: arguments in, messages and exit codes out. */
@NullMarked
package dev.understudy.cli;

import org.jspecify.annotations.NullMarked;
