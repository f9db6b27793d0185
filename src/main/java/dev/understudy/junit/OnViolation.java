package dev.understudy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What becomes of a test whose calls broke the contract. On a method it wins over the class, on a class over the
 * configuration parameter {@code understudy.violations}; without any of them the test fails.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnViolation {
    /** What becomes of it. */
    Reaction value();

    /** What becomes of a test whose calls broke the contract. */
    enum Reaction {
        /**
         * It fails with the report, which goes along with whatever else it failed of; calls that all went on with a
         * warning, as the server lets them, are only reported.
         */
        FAIL,
        /** The report is published as an entry of the test's report, and the test is what it is without. */
        REPORT,
        /** Nothing. */
        IGNORE
    }
}
