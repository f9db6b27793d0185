/** Sockets and wiring: the catalogue of APIs, the fixtures they answer from, and the HTTP server in front of them. */
@NullMarked
package dev.understudy.server;

import org.jspecify.annotations.NullMarked;
