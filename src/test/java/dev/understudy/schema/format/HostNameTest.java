package dev.understudy.schema.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "mnchen-3ya, m\u00fcnchen",
        "fa-hia, fa\u00df",
        "mgb2dd, \u0627\u0644\u0645",
        "3B-ww4c5e180e575a65lsy2b, 3\u5e74B\u7d44\u91d1\u516b\u5148\u751f",
        "ls8h, \ud83d\udca9"
    })
    void a_label_in_punycode_stands_for_letters(String written, String label) {
        assertThat(Punycode.decoded(written)).contains(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "abc-", "-", "99999999", "a b", "99999999999999999999"})
    void what_stands_for_no_label_is_empty(String written) {
        assertThat(Punycode.decoded(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, true, true",
        "xn--fa-hia.de, true, true",
        "xn--x.de, false, false",
        "fa\u00df.de, false, true",
        "ab--cd.de, true, false",
        "example..com, false, false",
        ".example, false, false",
        "example\u3002, false, false",
        "-a.de, false, false"
    })
    void a_host_name_is_judged_by_its_labels_as_they_are_read(String name, boolean plain, boolean international) {
        assertThat(TextFormats.of("hostname").test(name)).isEqualTo(plain);
        assertThat(TextFormats.of("idn-hostname").test(name)).isEqualTo(international);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, true, true",
        "\u03b4\u03bf\u03ba@b\u00fccher.de, false, true",
        "\u03b4\u03bf\u03ba, false, false",
        "user\uff20example.com, false, false",
        "@b\u00fccher.de, false, false"
    })
    void an_address_may_have_letters_of_all_scripts_where_it_is_international(
            String address, boolean plain, boolean international) {
        assertThat(TextFormats.of("email").test(address)).isEqualTo(plain);
        assertThat(TextFormats.of("idn-email").test(address)).isEqualTo(international);
    }
}
