package dev.understudy.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    @ParameterizedTest
    @ValueSource(strings = {"'t'", "*", " * ", "'a', 't'", "'a','t',", ",'t' , 'b'", "'a,b','t'", "'',\t't'"})
    void a_list_that_has_the_tag_matches(String field) {
        assertThat(EntityTag.matchesStrongly(List.of(field.replace('\'', '"')), "\"t\""))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a' 't'",
                "x 't'",
                "'t' x",
                "'t",
                "t",
                "*, 't'",
                "'t', *",
                "'t'; 'a'",
                "w/'t'",
                "'a''t'",
                "'a b', 't'"
            })
    void what_is_no_list_of_tags_matches_nothing(String field) {
        assertThat(EntityTag.matches(List.of(field.replace('\'', '"')), "\"t\""))
                .isFalse();
    }

    @Test
    void fields_are_one_list_and_a_weak_tag_is_no_strong_one() {
        assertThat(EntityTag.matches(List.of("\"a\"", "W/\"t\""), "\"t\"")).isTrue();
        assertThat(EntityTag.matchesStrongly(List.of("\"a\"", "W/\"t\""), "\"t\""))
                .isFalse();
        assertThat(EntityTag.matches(List.of("\"t\"", "\"a\" \"b\""), "\"t\"")).isFalse();
    }
}
