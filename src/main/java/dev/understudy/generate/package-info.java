/**
 * Fixtures of any size: people, jobs and tasks as the built-in fixtures have them, mixed anew from a seed. What is
 * written is for the server to check, as any other fixture.
 */
@NullMarked
package dev.understudy.generate;

import org.jspecify.annotations.NullMarked;
