/** What options are set to before the command line is read: by environment variables, and by a file. */
@NullMarked
package dev.understudy.cli.config;

import org.jspecify.annotations.NullMarked;
