/** The options that commands share, in groups, and how each value is read: sizes, spans of time, counts, files. */
@NullMarked
package dev.understudy.cli.options;

import org.jspecify.annotations.NullMarked;
