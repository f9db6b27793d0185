/**
 * The styles in which parameters write lists and objects: what their texts and keys mean, and how they would be
 * written.
 */
@NullMarked
package dev.understudy.contract.style;

import org.jspecify.annotations.NullMarked;
