/**
 * {@code x-understudy}: what a document, or an overlay, says of an operation in the place of what is recognised. Read
 * and checked here; what it means is the mock's.
 */
@NullMarked
package dev.understudy.contract.correction;

import org.jspecify.annotations.NullMarked;
