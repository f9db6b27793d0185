/**
 * Short text formats of requests, replies and fixtures: authorities, entity tags, date-times, decimals,
 * percent-encoding.
 */
@NullMarked
package dev.understudy.api.text;

import org.jspecify.annotations.NullMarked;
