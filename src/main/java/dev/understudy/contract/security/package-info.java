/** Who may call an operation: the credentials that it asks for, and what is missing of them. None is verified. */
@NullMarked
package dev.understudy.contract.security;

import org.jspecify.annotations.NullMarked;
