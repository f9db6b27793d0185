/** What a check found, written for people, for scripts, for code scanning and for the test view of a CI. */
@NullMarked
package dev.understudy.cli.report;

import org.jspecify.annotations.NullMarked;
