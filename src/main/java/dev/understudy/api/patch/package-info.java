/** JSON Patch (RFC 6902), bounded: what copies of copies could fill is counted before it is made. */
@NullMarked
package dev.understudy.api.patch;

import org.jspecify.annotations.NullMarked;
