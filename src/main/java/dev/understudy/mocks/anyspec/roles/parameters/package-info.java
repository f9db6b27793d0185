/** What the parameters of a list do with its records, and what the fields around a list say of it. */
@NullMarked
package dev.understudy.mocks.anyspec.roles.parameters;

import org.jspecify.annotations.NullMarked;
