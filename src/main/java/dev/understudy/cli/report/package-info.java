/** Reports of a check: text for people, JSON for scripts, SARIF for code scanning and JUnit XML for a CI. */
@NullMarked
package dev.understudy.cli.report;

import org.jspecify.annotations.NullMarked;
