/** The border: the operations of a document, the requests that keep them, and the replies that do. */
@NullMarked
package dev.understudy.contract;

import org.jspecify.annotations.NullMarked;
