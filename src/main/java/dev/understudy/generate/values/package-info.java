/**
 * Values made from the schemas of an OpenAPI document and a seed: the same document, schema and seed give the same
 * bytes on any machine and day. {@link dev.understudy.generate.values.Values} is where to begin;
 * {@link dev.understudy.generate.values.RandomValues} and {@link dev.understudy.generate.values.BrokenValues} try the
 * edges of a schema.
 */
@NullMarked
package dev.understudy.generate.values;

import org.jspecify.annotations.NullMarked;
