/** The log: one line for each request, for people or for machines. */
@NullMarked
package dev.understudy.log;

import org.jspecify.annotations.NullMarked;
