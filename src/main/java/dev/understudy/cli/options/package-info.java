/** Commands, the options that several of them share, and the values that options take: sizes, times, counts, files. */
@NullMarked
package dev.understudy.cli.options;

import org.jspecify.annotations.NullMarked;
