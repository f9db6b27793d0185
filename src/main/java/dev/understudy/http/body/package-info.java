/** Request bodies as they arrive: limited, inflated, and kept in memory or on disk. */
@NullMarked
package dev.understudy.http.body;

import org.jspecify.annotations.NullMarked;
