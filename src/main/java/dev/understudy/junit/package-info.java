/** The JUnit extension: one server for all tests of a JVM, and a session for each test. */
@NullMarked
package dev.understudy.junit;

import org.jspecify.annotations.NullMarked;
