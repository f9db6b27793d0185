/** Queries over JSON by JSONPath (RFC 9535), with a bound on what one may cost. */
@NullMarked
package dev.understudy.openapi.jsonpath;

import org.jspecify.annotations.NullMarked;
