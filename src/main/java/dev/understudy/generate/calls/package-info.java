/**
 * Requests made up from an OpenAPI document and a seed: any that it allows, in any spelling, and any that breaks it in
 * one place. {@link dev.understudy.generate.calls.RandomCalls} is where to begin.
 */
@NullMarked
package dev.understudy.generate.calls;

import org.jspecify.annotations.NullMarked;
