/** JSON Patch (RFC 6902) with bounds: the size of repeated copies is counted before they are made. */
@NullMarked
package dev.understudy.api.patch;

import org.jspecify.annotations.NullMarked;
