/**
 * The built-in APIs as their users meet them: over a port, with the fixtures that ship, before an independent judge.
 */
@NullMarked
package dev.understudy.e2e;

import org.jspecify.annotations.NullMarked;
