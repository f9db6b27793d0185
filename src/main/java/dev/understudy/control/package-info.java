/** The pages below /-/: health, readiness, contracts and metrics. */
@NullMarked
package dev.understudy.control;

import org.jspecify.annotations.NullMarked;
