/** Access tokens for operations that OAuth 2.0 (RFC 6749) guards: {@code /-/token}. */
@NullMarked
package dev.understudy.control.token;

import org.jspecify.annotations.NullMarked;
