package dev.understudy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class against a server of these contracts. Each test has its own session, which it takes as a
 * parameter:
 *
 * <pre>{@code
 * @UnderstudyTest("src/test/resources/library.yaml")
 * class LibraryTest {
 *     @Test
 *     void a_book_that_was_added_is_found(TestSession mock) {
 *         var books = new BookClient(mock.baseUrl() + "/v1");
 *         books.add("Walden");
 *         assertThat(books.find("Walden")).hasSize(1);
 *     }
 * }
 * }</pre>
 *
 * <p>Classes with equal settings share one server, which starts with the first test and stops after the last. If the
 * system property {@code understudy.url} or the environment variable {@code UNDERSTUDY_URL} names a running server, the
 * tests use that server and the contracts that it serves; {@code understudy.token} or {@code UNDERSTUDY_CONTROL_TOKEN}
 * is its control token.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(UnderstudyExtension.class)
public @interface UnderstudyTest {
    /**
     * OpenAPI files, folders of such files, and names of built-in APIs, each optionally prefixed with {@code NAME=}, as
     * for {@code serve}. If empty, all built-in APIs are served. Paths are relative to the working directory.
     */
    String[] value() default {};

    /** Folders with fixtures; a later folder overrides an earlier one. */
    String[] fixtures() default {};

    /** Whether calls must send the credentials that the contracts require. */
    boolean credentials() default true;

    /** Whether to refuse calls that name no session, so that they cannot mix their data with that of others. */
    boolean requireSession() default false;

    /**
     * How to treat calls that break the contract. This applies to the sessions of these tests; the header
     * {@code Understudy-Requests} of a call takes precedence.
     */
    Strictness requests() default Strictness.AS_SERVED;

    /**
     * How to treat answers that break the contract; the header {@code Understudy-Responses} of a call takes precedence.
     */
    Strictness responses() default Strictness.AS_SERVED;
}
