/** The mock of any document: answers from its examples and schemas, and refusals in its own error format. */
@NullMarked
package dev.understudy.mocks.anyspec;

import org.jspecify.annotations.NullMarked;
