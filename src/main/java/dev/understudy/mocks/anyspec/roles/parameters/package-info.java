/** The uses of the parameters of a list, and of the fields around it. */
@NullMarked
package dev.understudy.mocks.anyspec.roles.parameters;

import org.jspecify.annotations.NullMarked;
