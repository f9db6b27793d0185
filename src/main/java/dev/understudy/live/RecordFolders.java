package dev.understudy.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fixture;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.load.Collection;
import dev.understudy.load.OtherFiles;
import dev.understudy.load.PlainFiles;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.records.RecordSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The collections of the user's contracts that have files in fixture folders: {@code NAME/COLLECTION.json}. Collections
 * without files also have records, but are not included.
 */
final class RecordFolders {
    private static final List<String> ENDINGS = List.of(".json", ".ndjson", ".merge.json", ".merge.ndjson");

    private final Map<Contract, Map<String, Collection>> filled = new HashMap<>();
    private final List<Collection> collections = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** @param folders the fixture folders */
    RecordFolders(java.util.Collection<Contract> contracts, List<Path> folders) {
        contracts.stream().filter(Contract::isBrought).forEach(contract -> look(contract, folders));
    }

    private void look(Contract contract, List<Path> folders) {
        String folder = contract.name() + "/";
        Set<String> files = PlainFiles.in(folders, contract.name()).files().keySet();
        if (files.stream().allMatch(file -> file.startsWith(folder + "answers/"))) {
            // Recognizing collections takes long, and is left to the first call of a list.
            return;
        }
        var own = new LinkedHashMap<String, Collection>();
        for (dev.understudy.mocks.anyspec.roles.Collection each :
                Recognition.of(contract).collections()) {
            String path = folder + each.name();
            List<String> possible =
                    ENDINGS.stream().map(ending -> path + ending).toList();
            if (possible.stream().anyMatch(files::contains)) {
                own.put(each.name(), RecordSchema.rules(path, contract, each));
            } else {
                names.addAll(possible);
            }
        }
        filled.put(contract, own);
        collections.addAll(own.values());
    }

    /** All collections with files. */
    List<Collection> collections() {
        return collections;
    }

    /** The collections of a contract, by name. */
    Map<String, Fixture<ObjectNode>> of(Contract contract) {
        var fixtures = new LinkedHashMap<String, Fixture<ObjectNode>>();
        filled.getOrDefault(contract, Map.of()).forEach((name, collection) -> {
            // These records are converted before anything looks for one by id.
            var key = new CollectionKey<ObjectNode>(collection.path(), record -> "");
            // Parts of a record may be shared with others.
            fixtures.put(name, new Fixture<>(key, (value, binding) -> value.deepCopy()));
        });
        return fixtures;
    }

    /** The same files, with the names that other collections could have, as one of them may be meant. */
    OtherFiles with(OtherFiles others) {
        var files = new HashSet<>(names);
        files.addAll(others.files());
        return new OtherFiles(files, others.faults());
    }
}
