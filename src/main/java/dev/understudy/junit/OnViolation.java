package dev.understudy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What to do when the calls of a test broke the contract. An annotation on a method takes precedence over one on the
 * class, which takes precedence over the configuration parameter {@code understudy.violations}. By default, the test
 * fails.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnViolation {
    /** What to do with the test. */
    Reaction value();

    /** What to do when the calls of a test broke the contract. */
    enum Reaction {
        /**
         * The test fails with the report, in addition to any failure of its own. If the server only warned about every
         * one of the calls, the report is published and the test does not fail.
         */
        FAIL,
        /** The report is published as a report entry of the test; the result of the test does not change. */
        REPORT,
        /** Violations are ignored. */
        IGNORE
    }
}
