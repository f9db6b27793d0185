/**
 * Values made from the schemas of an OpenAPI document and a seed: the same document, schema and seed give the same
 * bytes on any machine and day. {@link dev.understudy.generate.values.Values} is the door.
 */
@NullMarked
package dev.understudy.generate.values;

import org.jspecify.annotations.NullMarked;
