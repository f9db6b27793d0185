/**
 * What is wrong or doubtful in the schemas of a document: bounds that admit nothing, endless references, discriminators
 * without effect.
 */
@NullMarked
package dev.understudy.schema.findings;

import org.jspecify.annotations.NullMarked;
