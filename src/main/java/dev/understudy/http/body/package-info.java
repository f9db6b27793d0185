/** Bodies of requests while they come: bounded, inflated, and in memory or on the disk. */
@NullMarked
package dev.understudy.http.body;

import org.jspecify.annotations.NullMarked;
