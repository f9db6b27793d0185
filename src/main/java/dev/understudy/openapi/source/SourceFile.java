package dev.understudy.openapi.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Position;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A file of a brought document.
 *
 * @param name as its owner would type it
 * @param text what is in it
 * @param json whether it is JSON; else it is YAML
 * @param tree what it says; of a key that is there twice, the last
 * @param found what is wrong with it as YAML or JSON, though it can be read
 */
public record SourceFile(String name, String text, boolean json, JsonNode tree, List<Note> found) {
    /** Reads YAML 1.2 or JSON; a {@link ContractException} if it is neither. */
    public static SourceFile read(String name, byte[] bytes) {
        String text = YamlReader.text(name, bytes);
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            var json = new JsonText(name, text);
            try {
                return new SourceFile(name, text, true, json.tree(), json.found());
            } catch (ContractException e) {
                // YAML may begin with a brace, too.
                if (name.endsWith(".json") || !YamlReader.isYaml(name, text)) {
                    throw e;
                }
            }
        }
        YamlReader yaml = YamlReader.tolerant(name);
        JsonNode tree = yaml.tree(text);
        return new SourceFile(name, text, false, tree, yaml.found());
    }

    /** Where these values stand, for those that are there. */
    public Map<String, Position> positions(Collection<String> pointers) {
        return json ? new JsonText(name, text).positions(pointers) : YamlReader.positions(name, text, pointers);
    }
}
