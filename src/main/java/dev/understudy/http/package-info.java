/** Sockets: connections and their deadlines, TLS, what every request must have, and the end of the server. */
@NullMarked
package dev.understudy.http;

import org.jspecify.annotations.NullMarked;
