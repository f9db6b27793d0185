/** One fixture file: its text cut into records, relative dates written out, and the places of what is wrong in it. */
@NullMarked
package dev.understudy.load.text;

import org.jspecify.annotations.NullMarked;
