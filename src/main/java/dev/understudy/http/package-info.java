/** The sockets of the server: connections and deadlines, TLS, general request checks, and shutdown. */
@NullMarked
package dev.understudy.http;

import org.jspecify.annotations.NullMarked;
