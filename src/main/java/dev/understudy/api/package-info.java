/**
 * The seam between the border and the mocked APIs: calls, refusals, replies, and the one way JSON is read, made into
 * records and written.
 */
@NullMarked
package dev.understudy.api;

import org.jspecify.annotations.NullMarked;
