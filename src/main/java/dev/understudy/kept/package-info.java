/** All that is remembered for speed: records as bytes that were checked, and answers that were given before. */
@NullMarked
package dev.understudy.kept;

import org.jspecify.annotations.NullMarked;
