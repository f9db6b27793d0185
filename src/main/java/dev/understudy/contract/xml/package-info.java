/** Bodies that are XML, by the {@code xml} objects of their schemas (OpenAPI 3.0.4 section 4.7.26). */
@NullMarked
package dev.understudy.contract.xml;

import org.jspecify.annotations.NullMarked;
