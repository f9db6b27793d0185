/** The paths and hosts of a document's servers (OpenAPI 3.1.1 section 4.8.5). */
@NullMarked
package dev.understudy.contract.servers;

import org.jspecify.annotations.NullMarked;
