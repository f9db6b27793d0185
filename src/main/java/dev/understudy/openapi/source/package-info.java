/**
 * The files of a contract as YAML or JSON: read within bounds, with the place of each value, and the findings that
 * stand at those places.
 */
@NullMarked
package dev.understudy.openapi.source;

import org.jspecify.annotations.NullMarked;
