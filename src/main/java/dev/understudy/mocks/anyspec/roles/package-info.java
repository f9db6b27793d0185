/**
 * Recognizes what the operations of a document are: lists of a collection, items, and the uses of each parameter and of
 * each field around a list. It looks only at the contract, by the rules in docs/collections.md.
 */
@NullMarked
package dev.understudy.mocks.anyspec.roles;

import org.jspecify.annotations.NullMarked;
