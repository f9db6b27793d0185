package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.contract.Contract;
import dev.understudy.live.Catalogue;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A document as any reader of YAML has it. */
record Yaml(byte[] bytes) {
    /** The whole document of a built-in contract; as served it lacks fixtures and other spellings of parameters. */
    static JsonNode of(Contract contract) {
        Catalogue.Entry entry = Catalogue.builtIn().stream()
                .filter(any -> any.name().equals(contract.name()))
                .findFirst()
                .orElseThrow();
        return new Yaml(entry.contract().bytes()).tree();
    }

    JsonNode tree() {
        Object plain = new Load(LoadSettings.builder().build()).loadFromString(new String(bytes, UTF_8));
        return Wire.json(new ObjectMapper().valueToTree(plain).toString().getBytes(UTF_8));
    }
}
