/**
 * Answers of operations that stand in files beside the document: what each is for, and whether it keeps the contract.
 */
@NullMarked
package dev.understudy.contract.answers;

import org.jspecify.annotations.NullMarked;
