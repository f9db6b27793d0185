/**
 * Bodies that are forms: {@code application/x-www-form-urlencoded} and {@code multipart}, read by the schema and the
 * encoding that a document has for them, and written.
 */
@NullMarked
package dev.understudy.contract.form;

import org.jspecify.annotations.NullMarked;
