/** TechWolf AI goals, as specs/techwolf/ai-goals.yaml has them: the export of Employees' goals. */
@NullMarked
package dev.understudy.mocks.techwolf.aigoals;

import org.jspecify.annotations.NullMarked;
