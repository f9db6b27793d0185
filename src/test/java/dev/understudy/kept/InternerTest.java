package dev.understudy.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InternerTest {
    private final Interner<String> texts = new Interner<>();

    @Test
    void what_comes_again_is_remembered_from_then_on() {
        String second = again("plum");
        texts.of("plum");

        assertThat(texts.of(second)).isSameAs(second);
        assertThat(texts.of(again("plum"))).isSameAs(second);
    }

    @Test
    void texts_of_the_same_hash_are_told_apart_and_both_remembered() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        for (String text : new String[] {"Aa", "Aa", "BB", "BB"}) {
            assertThat(texts.of(again(text))).isEqualTo(text);
        }
        assertThat(texts.of(again("Aa"))).isSameAs(texts.of(again("Aa")));
        assertThat(texts.of(again("BB"))).isSameAs(texts.of(again("BB")));
    }

    @Test
    void however_many_come_each_is_given_as_one_that_equals_it() {
        var random = new Random(7);
        for (int i = 0; i < 500_000; i++) {
            String text = "task-" + (int) Math.abs(random.nextGaussian() * 20_000);
            assertThat(texts.of(text).equals(text)).isTrue();
        }
    }

    @Test
    void what_comes_often_stays_among_what_comes_once() {
        String often = again("often");
        for (int i = 0; i < 100; i++) {
            texts.of(often);
            for (int j = 0; j < 1_000; j++) {
                texts.of(i + "-" + j);
            }
        }
        assertThat(texts.of(again("often"))).isSameAs(often);
    }

    private static String again(String text) {
        return new StringBuilder(text).toString();
    }
}
