/** The mock of any document that a user brings: answers from its examples and schemas, refusals in its error bodies. */
@NullMarked
package dev.understudy.mocks.anyspec;

import org.jspecify.annotations.NullMarked;
