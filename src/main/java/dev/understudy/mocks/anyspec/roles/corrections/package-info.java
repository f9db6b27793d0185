/** What {@code x-understudy} says of operations, looked up in their document: it comes before what is recognized. */
@NullMarked
package dev.understudy.mocks.anyspec.roles.corrections;

import org.jspecify.annotations.NullMarked;
