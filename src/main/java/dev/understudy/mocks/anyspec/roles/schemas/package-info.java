/** What schemas say of records: their properties, their keys, and where a list of them stands in an answer. */
@NullMarked
package dev.understudy.mocks.anyspec.roles.schemas;

import org.jspecify.annotations.NullMarked;
