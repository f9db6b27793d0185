/** What schemas say about records: their properties, their keys, and where an answer contains a list of them. */
@NullMarked
package dev.understudy.mocks.anyspec.roles.schemas;

import org.jspecify.annotations.NullMarked;
