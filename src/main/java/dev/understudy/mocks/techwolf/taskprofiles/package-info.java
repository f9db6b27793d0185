/** TechWolf task profiles, as specs/techwolf/task-profiles.yaml has them: the exports of Employees and of Jobs. */
@NullMarked
package dev.understudy.mocks.techwolf.taskprofiles;

import org.jspecify.annotations.NullMarked;
