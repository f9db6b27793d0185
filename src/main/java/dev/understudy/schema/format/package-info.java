/**
 * The formats of JSON Schema that are checked, each by the grammar of its RFC: addresses, hosts, URIs, dates and times.
 */
@NullMarked
package dev.understudy.schema.format;

import org.jspecify.annotations.NullMarked;
