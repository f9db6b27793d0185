/** The values of options that environment variables or a file set. */
@NullMarked
package dev.understudy.cli.config;

import org.jspecify.annotations.NullMarked;
