/** The road of a call: from a request to the response, with what happens to every call on the way. */
@NullMarked
package dev.understudy.road;

import org.jspecify.annotations.NullMarked;
