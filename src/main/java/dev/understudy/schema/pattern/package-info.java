/**
 * Regular expressions as JSON Schema has them (ECMA-262 with the flag u), read and matched in a bounded number of
 * steps.
 */
@NullMarked
package dev.understudy.schema.pattern;

import org.jspecify.annotations.NullMarked;
