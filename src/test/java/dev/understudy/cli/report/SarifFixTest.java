package dev.understudy.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Json;
import dev.understudy.api.Position;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.live.Fingerprint;
import dev.understudy.live.LoadResult;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifFixTest {
    private static final Position PLACE = new Position(3, 7);

    @Test
    void the_fix_is_made_of_the_suggestion_whatever_the_message_says() throws IOException {
        JsonNode fix = fix(misspelt("/0/status", "enum", "\"opne\"", "open"));
        assertThat(fix.at("/description/text").asText()).isEqualTo("Write \"open\" instead of \"opne\".");
        assertThat(fix.at("/artifactChanges/0/replacements/0").toString())
                .isEqualTo("{\"deletedRegion\":{\"startLine\":3,\"startColumn\":7,\"endColumn\":13},"
                        + "\"insertedContent\":{\"text\":\"\\\"open\\\"\"}}");
    }

    @Test
    void a_key_is_replaced_itself() throws IOException {
        JsonNode fix = fix(misspelt("/0/nane", "additionalProperties", "7", "name"));
        assertThat(fix.at("/description/text").asText()).isEqualTo("Write \"name\" instead of \"nane\".");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`\"opne\"`,", "12, 1", "`\"caf\\u00e9\"`, cafe", "`\"opne…`, open", "`\"opne\"`, op\u202een"})
    void nothing_is_fixed_where_what_was_meant_or_what_stands_there_is_in_doubt(String got, @Nullable String meant)
            throws IOException {
        assertThat(fix(misspelt("/0/status", "enum", got, meant)).isMissingNode())
                .isTrue();
    }

    @Test
    void a_hint_or_a_message_in_the_words_of_a_suggestion_is_none() throws IOException {
        Violation violation = violation("/0/status", "enum", "\"opne\"");
        assertThat(fix(new Fault("pets.json", PLACE, violation, "did you mean \"open\"?"))
                        .isMissingNode())
                .isTrue();
        assertThat(fix(new Fault("pets.yaml", PLACE, "did you mean \"open\"?")).isMissingNode())
                .isTrue();
    }

    private static Fault misspelt(String pointer, String keyword, String got, @Nullable String meant) {
        return new Fault("pets.json", PLACE, violation(pointer, keyword, got).suggesting(meant), null);
    }

    private static Violation violation(String pointer, String keyword, String got) {
        return new Violation(Place.RECORD, "", pointer, keyword, "be something else", got);
    }

    private static JsonNode fix(Fault fault) throws IOException {
        var out = new StringWriter();
        ReportFormat.SARIF.write(
                new LoadResult.NotServed(List.of(fault), List.of(), List.of(), new Fingerprint(Map.of())), out);
        return Json.mapper().readTree(out.toString()).at("/runs/0/results/0/fixes/0");
    }
}
