/** Quant AI tasks, as specs/quant/ai-tasks.yaml has them: the list and its reverse lookup. Writing is not modelled. */
@NullMarked
package dev.understudy.mocks.quant.aitasks;

import org.jspecify.annotations.NullMarked;
