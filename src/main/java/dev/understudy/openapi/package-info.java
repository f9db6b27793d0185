/** OpenAPI documents as trees that know where each of their values stands, and what is wrong in them. */
@NullMarked
package dev.understudy.openapi;

import org.jspecify.annotations.NullMarked;
