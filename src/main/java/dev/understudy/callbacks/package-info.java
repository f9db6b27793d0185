/**
 * Requests that an API sends: the callbacks of its operations, and its webhooks. Each goes only to an address that was
 * allowed, after the answer to the call that it follows.
 */
@NullMarked
package dev.understudy.callbacks;

import org.jspecify.annotations.NullMarked;
