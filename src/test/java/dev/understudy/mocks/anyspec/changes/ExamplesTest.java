package dev.understudy.mocks.anyspec.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked.MockReply;
import dev.understudy.openapi.Documents;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents below examples/ whose records can be created and changed. */
class ExamplesTest {
    private static final String TYPE = "application/vnd.api+json";

    private static Contract contract(String name) {
        Path folder = Path.of("examples", name);
        return Contract.brought(name, Documents.read(folder.resolve(name + ".yaml"), folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"library", "workshop", "harbour"})
    void what_is_created_can_be_read_changed_and_deleted_and_every_answer_is_valid(String name) {
        var walk = new Walk(contract(name));
        walk.all();

        assertThat(walk.faults()).isEmpty();
        assertThat(walk.counts()).containsEntry("creates kept", 1).containsEntry("deletes", 1);
    }

    @Test
    void a_resource_of_json_api_is_created_and_changed_by_its_attributes() {
        var mock = new Mocked(contract("harbour"));
        MockReply created = mock.call(
                "POST", "/api/berths", "{\"data\":{\"type\":\"berths\",\"attributes\":{\"length\":25}}}", TYPE);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.at("/data/attributes/status").asText()).isEqualTo("free");
        String id = created.at("/data/id").asText();
        assertThat(created.header("Location")).isEqualTo("http://mock.test/api/berths/" + id);
        MockReply changed = mock.call(
                "PATCH",
                "/api/berths/" + id,
                "{\"data\":{\"id\":\"" + id + "\",\"type\":\"berths\",\"attributes\":{\"status\":\"taken\"}}}",
                TYPE);
        assertThat(changed.at("/data/attributes").toString()).isEqualTo("{\"length\":25,\"status\":\"taken\"}");
        assertThat(mock.call("GET", "/api/berths?filter%5Bstatus%5D=taken&page%5Bsize%5D=30")
                        .at("/data"))
                .contains(changed.at("/data"));
        MockReply refused = mock.call(
                "PATCH",
                "/api/berths/" + id,
                "{\"data\":{\"id\":\"" + id + "\",\"type\":\"berths\",\"attributes\":{\"status\":\"sunk\"}}}",
                TYPE);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/data/attributes/status", "free, taken, closed");
    }

    @Test
    void a_path_names_a_uuid_in_capitals_or_small_letters() {
        var mock = new Mocked(contract("workshop"));
        String place = mock.call("POST", "/jobs", "{\"what\":\"Mend a kite\"}").header("Location");
        String id = place.substring(place.lastIndexOf('/') + 1);
        String capitals = id.toUpperCase(Locale.ROOT);
        assertThat(capitals).isNotEqualTo(id);
        assertThat(mock.call("GET", "/jobs/" + capitals).text())
                .isEqualTo(mock.call("GET", "/jobs/" + id).text())
                .contains(id);
    }

    @Test
    void an_id_that_a_new_record_does_not_get_is_noted() {
        var mock = new Mocked(contract("library"));
        MockReply created = mock.call("POST", "/v1/books", "{\"id\":\"x\",\"title\":\"T\",\"author\":\"A\"}");
        String id = created.at("/data/id").asText();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.notes()).containsExactly("body /id must leave /id of the record " + id + ", was \"x\"");
    }
}
