/** Issues access tokens for operations that require OAuth 2.0 (RFC 6749): {@code /-/token}. */
@NullMarked
package dev.understudy.control.token;

import org.jspecify.annotations.NullMarked;
