/** Whether a session had the calls that are expected of it, told from the journal when it is asked. */
@NullMarked
package dev.understudy.verify;

import org.jspecify.annotations.NullMarked;
