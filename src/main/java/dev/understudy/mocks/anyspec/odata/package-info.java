/**
 * Parses the language of OData's {@code $filter} (OData 4.01, part 2, section 5.1.1) as far as lists need it: from a
 * text to conditions on the properties of records. Existing parsers require a model of all entities and are made for
 * complete OData servers.
 */
@NullMarked
package dev.understudy.mocks.anyspec.odata;

import org.jspecify.annotations.NullMarked;
