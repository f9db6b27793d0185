/**
 * What the operations of a document are to each other: lists of a collection, its items, and what each parameter and
 * each field around a list is for. Pure: it looks at the contract alone, by rules that docs/collections.md lists.
 */
@NullMarked
package dev.understudy.mocks.anyspec.roles;

import org.jspecify.annotations.NullMarked;
