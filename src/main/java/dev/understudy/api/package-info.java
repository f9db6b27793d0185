/**
 * The interface between contracts and mocked APIs: calls, refusals and replies, and the only code that reads JSON,
 * binds it to records and writes it.
 */
@NullMarked
package dev.understudy.api;

import org.jspecify.annotations.NullMarked;
