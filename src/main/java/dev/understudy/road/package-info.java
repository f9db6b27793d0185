/** The path of a call from request to response, and the filters that every call passes. */
@NullMarked
package dev.understudy.road;

import org.jspecify.annotations.NullMarked;
