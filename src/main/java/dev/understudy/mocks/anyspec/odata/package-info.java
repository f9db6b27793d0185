/**
 * The language of OData's {@code $filter} (OData 4.01, part 2, section 5.1.1), as far as a list can be asked by it:
 * texts in, conditions on the properties of records out. It is ours because the parsers there are want a model of their
 * own of all entities, and answer for a whole OData server.
 */
@NullMarked
package dev.understudy.mocks.anyspec.odata;

import org.jspecify.annotations.NullMarked;
