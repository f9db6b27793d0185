/**
 * Requests that an API sends: the callbacks of its operations, and its webhooks. They go only to allowed addresses; a
 * callback follows the answer to its call.
 */
@NullMarked
package dev.understudy.callbacks;

import org.jspecify.annotations.NullMarked;
