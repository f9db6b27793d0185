package dev.understudy.mocks.anyspec.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.text.EntityTag;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are answered once, and changes by who knows the record as it is, of examples/workshop/workshop.yaml. */
class PreconditionsTest {
    private static final Contract WORKSHOP = Contract.brought(
            "workshop", Documents.read(Path.of("examples/workshop/workshop.yaml"), Path.of("examples/workshop")));
    private static final String DONE = "[{\"op\":\"replace\",\"path\":\"/state\",\"value\":\"finished\"}]";

    private final Mocked mock = new Mocked(WORKSHOP);

    private MockReply open(String what, String key) {
        return mock.call("POST", "/jobs", "{\"what\":\"" + what + "\"}", "application/json", "Idempotency-Key", key);
    }

    private MockReply patch(String job, String... headers) {
        var rest = new ArrayList<String>(List.of(DONE, "application/json-patch+json"));
        rest.addAll(List.of(headers));
        return mock.call("PATCH", job, rest.toArray(String[]::new));
    }

    private static String tag(MockReply reply) {
        return EntityTag.of(reply.text().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_key_that_comes_again_gets_the_first_answer_and_creates_nothing() {
        MockReply first = open("Mend a kite", "k1");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.header("Location")).startsWith("http://mock.test/jobs/");
        assertThat(open("Mend a kite", "k1")).isEqualTo(first);
        assertThat(mock.call("GET", "/jobs?limit=50").body()).hasSize(6);
        assertThat(open("Mend a kite", "k2").header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void a_key_that_comes_again_with_another_body_is_the_declared_conflict() {
        open("Mend a kite", "k1");
        MockReply other = open("Mend a boat", "k1");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("Idempotency-Key");
    }

    @Test
    void of_more_keys_than_may_be_kept_the_oldest_are_forgotten_and_take_no_memory() {
        var keys = new CollectionKey<String>("t/~repeats", key -> key);
        State state = new State.Loading().with(keys, List.of()).state();
        for (int i = 0; i < 50; i++) {
            state = IdempotentCalls.put(state, keys, "k" + i, 3);

            assertThat(state.set(keys).byPosition()).hasSizeLessThanOrEqualTo(2 * 3);
        }
        assertThat(state.set(keys).stream()).containsExactly("k47", "k48", "k49");
    }

    @Test
    void only_who_knows_the_record_as_it_is_may_change_it() {
        String job = open("Mend a kite", "k1").header("Location").replace("http://mock.test", "");
        assertThat(patch(job).status()).isEqualTo(428);
        MockReply shown = mock.call("GET", job);
        assertThat(patch(job, "If-Match", "\"other\"").status()).isEqualTo(412);
        // A weak tag is the same as no tag (RFC 9110 section 13.1.1).
        assertThat(patch(job, "If-Match", "W/" + tag(shown)).status()).isEqualTo(412);
        // What is no list of tags names none (section 8.8.3).
        assertThat(patch(job, "If-Match", "\"a\" " + tag(shown)).status()).isEqualTo(412);
        MockReply changed = patch(job, "If-Match", tag(shown));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo(tag(mock.call("GET", job)));
        assertThat(patch(job, "If-Match", tag(shown)).status()).isEqualTo(412);
        assertThat(patch(job, "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void a_word_behind_a_record_sets_the_one_property_that_has_it_as_a_value_and_when() {
        String job = open("Mend a kite", "k1").header("Location").replace("http://mock.test", "");
        MockReply finished = mock.call("POST", job + "/finish");
        assertThat(finished.status()).as(finished.text()).isEqualTo(200);
        assertThat(finished.at("/state").asText()).isEqualTo("finished");
        assertThat(finished.at("/finished_at").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(mock.call("GET", job).body()).isEqualTo(finished.body());
        assertThat(mock.call("GET", "/jobs?state=finished&limit=50").body()).contains(finished.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'what','value':'xxx'}",
                "{'op':'replace','path':'/~','value':'xxx'}",
                "{'op':'replace','path':'/tools/-','value':'xxx'}",
                "{'op':'add','path':'/tools/x','value':'xxx'}",
                "{'op':'remove','path':'/sails'}",
                "{'op':'move','path':'/what'}",
                "{'op':'replace','path':'','value':3}",
            })
    void an_operation_that_cannot_be_done_is_refused_and_changes_nothing(String operation) {
        String job = open("Mend a kite", "k1").header("Location").replace("http://mock.test", "");
        String first = "{'op':'add','path':'/tools','value':['glue']}";
        String patch = ("[" + first + "," + operation + "]").replace('\'', '"');
        MockReply before = mock.call("GET", job);
        MockReply reply = mock.call("PATCH", job, patch, "application/json-patch+json", "If-Match", "*");
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.text()).contains("body ").contains(" must ").doesNotContain("zjson", "JsonPatch");
        assertThat(mock.call("GET", job)).isEqualTo(before);
    }
}
