/**
 * Short texts in the notations that requests, replies and fixtures are written in: authorities, entity tags,
 * date-times, decimals, percent-encoding.
 */
@NullMarked
package dev.understudy.api.text;

import org.jspecify.annotations.NullMarked;
