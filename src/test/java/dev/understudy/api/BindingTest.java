package dev.understudy.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {
    private sealed interface Animal permits Cat, Dog {}

    private record Cat(String name, @Nullable Integer lives) implements Animal {
        static Cat of(JsonNode value, Binding binding) {
            return new Cat(
                    binding.required(value, "name", Binder.TEXT), binding.optional(value, "lives", Binder.INTEGER));
        }
    }

    private record Dog(String name, List<Cat> chases) implements Animal {
        static Dog of(JsonNode value, Binding binding) {
            return new Dog(
                    binding.required(value, "name", Binder.TEXT),
                    binding.required(value, "chases", Binder.listOf(Cat::of)));
        }
    }

    private static final List<Variant<Animal>> ANIMALS = List.of(
            new Variant<>(Set.of("name"), Set.of("lives"), Cat::of),
            new Variant<>(Set.of("name", "chases"), Set.of(), Dog::of));

    @Test
    void a_value_becomes_what_its_schema_says() throws MalformedJson {
        assertThat(bound("\"2026-04-01\"", Binder.TEXT)).isEqualTo("2026-04-01");
        assertThat(bound("\"2026-04-01\"", Binder.DATE)).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(bound("true", Binder.BOOLEAN)).isTrue();
        assertThat(bound("2147483647", Binder.INTEGER)).isEqualTo(2147483647);
        assertThat(bound("2147483648", Binder.LONG)).isEqualTo(2147483648L);
        assertThat(bound("0.5", Binder.FLOAT)).isEqualTo(0.5f);
        assertThat(bound("1e300", Binder.DOUBLE)).isEqualTo(1e300);
    }

    @Test
    void a_number_keeps_its_scale() throws MalformedJson {
        assertThat(bound("12.50", Binder.NUMBER)).isEqualTo(new BigDecimal("12.50"));
        assertThat(bound("12", Binder.NUMBER)).isEqualTo(new BigDecimal("12"));
    }

    @Test
    void a_whole_number_may_be_written_with_zeros_behind_its_point() throws MalformedJson {
        assertThat(bound("7.0", Binder.INTEGER)).isEqualTo(7);
        assertThat(bound("7e3", Binder.LONG)).isEqualTo(7000);
    }

    @Test
    void what_has_no_type_becomes_texts_numbers_lists_and_maps() throws MalformedJson {
        assertThat(bound("{\"a\": [1, 2.50, null, \"b\"]}", Binder.ANYTHING))
                .isEqualTo(Map.of("a", Arrays.asList(1, new BigDecimal("2.50"), null, "b")));
    }

    @Test
    void a_key_that_is_absent_is_null() throws MalformedJson {
        assertThat(bound("{\"name\": \"Tom\"}", Cat::of)).isEqualTo(new Cat("Tom", null));
    }

    @Test
    void a_null_is_null_or_empty_as_asked_for() throws MalformedJson {
        assertThat(bound("null", Binder.orNull(Binder.TEXT))).isNull();
        assertThat(bound("null", Binder.orEmpty(Binder.TEXT))).isEmpty();
        assertThat(bound("\"a\"", Binder.orNull(Binder.TEXT))).isEqualTo("a");
        assertThat(bound("\"a\"", Binder.orEmpty(Binder.TEXT))).isEqualTo(Optional.of("a"));
    }

    @Test
    void lists_and_maps_keep_their_order() throws MalformedJson {
        assertThat(bound("[3, null, 1]", Binder.listOf(Binder.orNull(Binder.INTEGER))))
                .containsExactly(3, null, 1);
        assertThat(bound("{\"z\": [1], \"a\": []}", Binder.mapOf(Binder.listOf(Binder.INTEGER))))
                .containsExactly(Map.entry("z", List.of(1)), Map.entry("a", List.of()));
    }

    @Test
    void keys_tell_variants_apart() throws MalformedJson {
        assertThat(animal("{\"name\": \"Tom\"}")).isEqualTo(new Cat("Tom", null));
        assertThat(animal("{\"name\": \"Tom\", \"lives\": 9}")).isEqualTo(new Cat("Tom", 9));
        assertThat(animal("{\"chases\": [], \"name\": \"Rex\"}")).isEqualTo(new Dog("Rex", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"name\": \"Tom\", \"tail\": 1}", "{\"name\": \"Rex\", \"chases\": [], \"lives\": 1}"})
    void keys_that_no_variant_has_cannot_be_held(String json) {
        assertThatThrownBy(() -> animal(json)).isInstanceOf(UnrepresentableValue.class);
    }

    @Test
    void keys_that_two_variants_have_cannot_be_held() throws MalformedJson {
        var twice = List.<Variant<Animal>>of(ANIMALS.get(0), ANIMALS.get(0));
        JsonNode tom = read("{\"name\": \"Tom\"}");
        assertThatThrownBy(() -> Variant.bind(twice, tom, Binding.PLAIN)).isInstanceOf(UnrepresentableValue.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name": "Rex", "chases": [{"name": "Tom"}, {"name": "Kit", "lives": 3000000000}]} | /chases/1/lives
                    {"name": "Rex", "chases": [{"name": "Tom"}, {"name": "Kit", "lives": 1.5}]}        | /chases/1/lives
                    {"name": "Rex", "chases": [{"name": 7}]}                                           | /chases/0/name
                    {"name": "Rex", "chases": [[]]}                                                    | /chases/0
                    {"name": "Rex", "chases": {}}                                                      | /chases
                    """)
    void what_a_type_cannot_hold_is_told_with_its_place(String json, String pointer) {
        assertThatThrownBy(() -> bound(json, Dog::of))
                .isInstanceOfSatisfying(
                        UnrepresentableValue.class, e -> assertThat(e.pointer()).isEqualTo(pointer))
                .hasMessage(pointer + " must be a value that this server can hold");
    }

    @Test
    void a_key_in_a_place_is_escaped_as_in_every_pointer() {
        assertThatThrownBy(() -> bound("{\"a/b\": {\"~\": 1}}", Binder.mapOf(Binder.mapOf(Binder.TEXT))))
                .isInstanceOfSatisfying(
                        UnrepresentableValue.class, e -> assertThat(e.pointer()).isEqualTo("/a~1b/~0"));
    }

    @Test
    void a_key_that_a_record_has_no_place_for_is_not_lost() throws MalformedJson {
        JsonNode tom = read("{\"name\": \"Tom\", \"tail\": 1}");
        Binding.PLAIN.onlyKeys(tom, Set.of("name", "tail", "lives"));
        assertThatThrownBy(() -> Binding.PLAIN.onlyKeys(tom, Set.of("name", "lives")))
                .isInstanceOfSatisfying(
                        UnrepresentableValue.class, e -> assertThat(e.pointer()).isEqualTo("/tail"));
    }

    @Test
    void what_is_no_object_has_no_absent_keys() throws MalformedJson {
        JsonNode text = read("\"Tom\"");
        assertThatThrownBy(() -> Binding.PLAIN.optional(text, "name", Binder.TEXT))
                .isInstanceOf(UnrepresentableValue.class);
    }

    @Test
    void who_shares_is_asked_for_parts_and_lists_and_not_for_the_whole() throws MalformedJson {
        var tom = new Cat("Tom", 9);
        var sharing = new Binding() {
            @Override
            protected <T extends @Nullable Object> List<T> sharedList(List<T> list) {
                return List.copyOf(list);
            }

            @Override
            @SuppressWarnings("unchecked")
            protected <T extends @Nullable Object> T shared(T part) {
                return tom.equals(part) ? (T) tom : part;
            }
        };
        JsonNode cat = read("{\"name\": \"Tom\", \"lives\": 9}");
        JsonNode dog = read("{\"name\": \"Rex\", \"chases\": [{\"name\": \"Tom\", \"lives\": 9}]}");
        assertThat(Cat.of(cat, sharing)).isEqualTo(tom).isNotSameAs(tom);
        assertThat(Dog.of(dog, sharing).chases()).isUnmodifiable().element(0).isSameAs(tom);
    }

    private static Animal animal(String json) throws MalformedJson {
        return Variant.bind(ANIMALS, read(json), Binding.PLAIN);
    }

    private static <T extends @Nullable Object> T bound(String json, Binder<T> binder) throws MalformedJson {
        return binder.bind(read(json), Binding.PLAIN);
    }

    private static JsonNode read(String json) throws MalformedJson {
        return Json.read(json.getBytes(UTF_8));
    }
}
