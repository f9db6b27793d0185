/** Answers that are items one after the other, as data: who has the socket sends them in their time. */
@NullMarked
package dev.understudy.api.stream;

import org.jspecify.annotations.NullMarked;
