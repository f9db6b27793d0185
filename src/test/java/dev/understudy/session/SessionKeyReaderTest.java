package dev.understudy.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyReaderTest {
    @Test
    void a_request_without_a_key_names_no_session() {
        assertThat(claim("X-Trace: 1")).isEqualTo(RequestedSession.NONE);
        assertThat(claim("baggage: userId=alice,serverNode=DF28")).isEqualTo(RequestedSession.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Understudy-Session: t-1.a_Z",
                "understudy-session: t-1.a_Z",
                "Understudy-Session: t-1.a_Z\nunderstudy-session: t-1.a_Z",
                "Understudy-Session: t-1.a_Z, t-1.a_Z",
                "baggage: understudy-session=t-1.a_Z",
                "baggage: a=1 , Understudy-Session = t-1.a_Z ;p=1; q,b=2",
                "baggage: a=1\nbaggage: understudy-session=t-1.a_Z",
                "baggage: understudy-session=t%2d1%2Ea_Z;propagation%3Dunlimited",
                "baggage: broken, =x,;, a=%zz,understudy-session=t-1.a_Z",
                "Understudy-Session: t-1.a_Z\nbaggage: understudy-session=t-1.a_Z",
            })
    void a_header_or_a_member_of_baggage_names_it(String fields) {
        assertThat(claim(fields)).isEqualTo(new RequestedSession.Of("t-1.a_Z", false));
    }

    @Test
    void a_path_names_it_alone_or_with_a_header_of_the_same_key() {
        assertThat(SessionKeyReader.of(Headers.NONE, "a")).isEqualTo(new RequestedSession.Of("a", true));
        assertThat(SessionKeyReader.of(headers("Understudy-Session: a"), "a"))
                .isEqualTo(new RequestedSession.Of("a", false));
        assertThat(SessionKeyReader.of(headers("baggage: x=1"), "a")).isEqualTo(new RequestedSession.Of("a", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Understudy-Session: a\nUnderstudy-Session: b",
                "Understudy-Session: a,b",
                "Understudy-Session: a\nbaggage: understudy-session=b",
                "baggage: understudy-session=a,understudy-session=b",
            })
    void two_keys_are_wrong_and_both_are_named_with_their_places(String fields) {
        assertThat(claim(fields))
                .isInstanceOfSatisfying(RequestedSession.Wrong.class, wrong -> assertThat(wrong.detail())
                        .startsWith("A request must name one session, was a (")
                        .contains(" and b ("));
        assertThat(SessionKeyReader.of(headers("Understudy-Session: a"), "b"))
                .isEqualTo(
                        new RequestedSession.Wrong(
                                "A request must name one session, was a (header \"Understudy-Session\") and b (path after /-/in/)."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "a%20b", "ü", "a/b", "*"})
    void what_is_no_key_is_wrong_wherever_it_stands(String key) {
        assertThat(claim("Understudy-Session: " + key)).isInstanceOf(RequestedSession.Wrong.class);
        assertThat(SessionKeyReader.of(Headers.NONE, key)).isInstanceOf(RequestedSession.Wrong.class);
    }

    @Test
    void a_value_is_decoded_once_and_one_that_cannot_be_is_no_key() {
        assertThat(claim("baggage: understudy-session=a%2520b")).isInstanceOf(RequestedSession.Wrong.class);
        assertThat(claim("baggage: understudy-session=a%2")).isInstanceOf(RequestedSession.Wrong.class);
    }

    @Test
    void a_key_has_at_most_64_characters() {
        assertThat(SessionKeyReader.isKey("x".repeat(64))).isTrue();
        assertThat(SessionKeyReader.isKey("x".repeat(65))).isFalse();
    }

    @Test
    void of_baggage_180_members_and_8192_bytes_are_read() {
        String before = IntStream.range(0, 179).mapToObj(i -> "m" + i + "=1").collect(Collectors.joining(","));

        assertThat(claim("baggage: " + before + ",understudy-session=a"))
                .isEqualTo(new RequestedSession.Of("a", false));
        assertThat(claim("baggage: " + before + ",m=1,understudy-session=a")).isEqualTo(RequestedSession.NONE);
        assertThat(claim("baggage: understudy-session=a,long=" + "x".repeat(8200)))
                .isEqualTo(new RequestedSession.Of("a", false));
        assertThat(claim("baggage: long=" + "x".repeat(8200) + ",understudy-session=a"))
                .isEqualTo(RequestedSession.NONE);
    }

    private static RequestedSession claim(String fields) {
        return SessionKeyReader.of(headers(fields), null);
    }

    private static Headers headers(String fields) {
        Map<String, List<String>> all = Arrays.stream(fields.split("\n"))
                .map(field -> field.split(": ?", 2))
                .collect(Collectors.groupingBy(
                        field -> field[0].toLowerCase(Locale.ROOT),
                        Collectors.mapping(field -> field[1], Collectors.toList())));
        return Headers.of(all);
    }
}
