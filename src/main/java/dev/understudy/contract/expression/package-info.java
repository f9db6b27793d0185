/** Runtime expressions: what links and callbacks take from a call and its answer. */
@NullMarked
package dev.understudy.contract.expression;

import org.jspecify.annotations.NullMarked;
