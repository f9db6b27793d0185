/** Exante work tasks, as specs/exante/work-tasks.yaml has them: the list. Writing is not modelled. */
@NullMarked
package dev.understudy.mocks.exante.worktasks;

import org.jspecify.annotations.NullMarked;
