/** Documents that amend others: the Overlay Specification 1.0 and 1.1. */
@NullMarked
package dev.understudy.openapi.overlay;

import org.jspecify.annotations.NullMarked;
