package dev.understudy.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Has the tests of a class call a server of these contracts, each in a session of its own, which it takes as a
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
 * <p>Classes that ask for the same share one server, which is started by the first test and stopped after the last.
 * Where the system property {@code understudy.url} or the variable {@code UNDERSTUDY_URL} names a server that runs
 * already, that is called instead, and it serves what it serves; {@code understudy.token} or
 * {@code UNDERSTUDY_CONTROL_TOKEN} is its control token.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(UnderstudyExtension.class)
public @interface UnderstudyTest {
    /**
     * OpenAPI files, folders of such files, and names of built-in APIs, each with or without {@code NAME=} in front, as
     * {@code serve} takes them; all built-in APIs if there are none. Paths are relative to the working folder.
     */
    String[] value() default {};

    /** Folders of fixtures, of which a later one wins. */
    String[] fixtures() default {};

    /** Whether calls need the credentials that the contracts ask for. */
    boolean credentials() default true;

    /** Whether a call that names no session is refused, and so cannot mix its data with that of others. */
    boolean requireSession() default false;

    /**
     * What becomes of calls that break their contract. It holds for the sessions of these tests, and a header
     * {@code Understudy-Requests} of a call wins.
     */
    Strictness requests() default Strictness.AS_SERVED;

    /** The same for answers that break it, with {@code Understudy-Responses}. */
    Strictness responses() default Strictness.AS_SERVED;
}
