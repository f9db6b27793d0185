/** The page {@code /-/metrics}: what the server counts, and what Java says about itself. */
@NullMarked
package dev.understudy.control.metrics;

import org.jspecify.annotations.NullMarked;
