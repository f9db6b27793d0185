/** What a request writes, taken apart without a contract: media types, queries, header lists and path templates. */
@NullMarked
package dev.understudy.contract.text;

import org.jspecify.annotations.NullMarked;
