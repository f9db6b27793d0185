/** A document as others may read it: without what is ours alone, and in forms that generators can use. */
@NullMarked
package dev.understudy.openapi.served;

import org.jspecify.annotations.NullMarked;
