/** An API of tests only: it has what no built-in one has, and stands where a built-in one would. */
@NullMarked
package dev.understudy.depot;

import org.jspecify.annotations.NullMarked;
