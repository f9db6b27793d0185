/** The extension for JUnit: one server for all tests of a JVM, and a session for each of them. */
@NullMarked
package dev.understudy.junit;

import org.jspecify.annotations.NullMarked;
