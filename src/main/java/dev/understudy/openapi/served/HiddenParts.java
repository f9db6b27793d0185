package dev.understudy.openapi.served;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What of a document is not for its readers: schemas of fixtures, and other spellings of parameters. */
final class HiddenParts {
    private HiddenParts() {}

    /** The pointers of these parts; of a list, the last come first, so that they can be removed one by one. */
    static List<String> of(Part root) {
        List<String> hidden = aliases(root);
        for (String name : fixtures(root.value())) {
            hidden.add(Pointers.child("/components/schemas", name));
        }
        return hidden;
    }

    private static List<String> aliases(Part root) {
        var lists = new ArrayList<Part>(List.of(root.at("components").at("parameters")));
        for (Part path : root.at("paths").children()) {
            lists.add(path.at("parameters"));
            path.children().forEach(operation -> lists.add(operation.at("parameters")));
        }
        var aliases = new ArrayList<String>();
        for (Part list : lists) {
            for (Part parameter : list.children()) {
                if (parameter.resolved().has("x-alias-of")) {
                    aliases.add(0, parameter.pointer());
                }
            }
        }
        return aliases;
    }

    /** The schemas with {@code x-fixture}, and those that only they lead to. */
    private static Set<String> fixtures(JsonNode root) {
        var fixtures = new HashSet<String>();
        root.at("/components/schemas").properties().forEach(entry -> {
            if (entry.getValue().has("x-fixture")) {
                fixtures.add(entry.getKey());
            }
        });
        var uses = new SchemaUses(root);
        Set<String> shown = uses.shown();
        Set<String> hidden = uses.reachable(fixtures);
        hidden.removeIf(name -> shown.contains(name) && !fixtures.contains(name));
        return hidden;
    }
}
