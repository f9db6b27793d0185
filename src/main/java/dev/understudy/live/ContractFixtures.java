package dev.understudy.live;

import static java.util.stream.Collectors.toMap;

import dev.understudy.contract.Contract;
import dev.understudy.contract.fixtures.FixtureSchema;
import dev.understudy.load.Collection;
import dev.understudy.load.Fixtures;
import dev.understudy.load.Layer;
import dev.understudy.load.OtherFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fixtures for contracts: the built-in ones, with folders on top of them. */
public final class ContractFixtures {
    private ContractFixtures() {}

    /** The fixtures for these contracts; nothing is read until it is needed. */
    public static Fixtures of(java.util.Collection<Contract> contracts, List<Path> folders, Clock clock) {
        return of(contracts, new RecordFolders(contracts, folders), folders, clock, OtherFiles.NONE);
    }

    /** The fixtures for these contracts, with known files in the folders that are not collections. */
    static Fixtures of(
            java.util.Collection<Contract> contracts,
            RecordFolders records,
            List<Path> folders,
            Clock clock,
            OtherFiles beside) {
        return new Fixtures(collections(contracts, records), layers(folders), clock, records.with(beside));
    }

    /** The same fixtures, only to find their faults. */
    static Fixtures toCheck(
            java.util.Collection<Contract> contracts,
            RecordFolders records,
            List<Path> folders,
            Clock clock,
            OtherFiles beside) {
        return Fixtures.toCheck(collections(contracts, records), layers(folders), clock, records.with(beside));
    }

    private static List<Layer> layers(List<Path> folders) {
        return Stream.concat(Stream.of(Layer.builtIn()), folders.stream().map(Layer::folder))
                .toList();
    }

    private static List<Collection> collections(java.util.Collection<Contract> contracts, RecordFolders records) {
        Stream<Collection> declared = contracts.stream().flatMap(contract -> contract.fixtureSchemas().stream()
                .map(schema -> collection(contract.fixtureFolder() + "/", schema)));
        return Stream.concat(declared, records.collections().stream()).toList();
    }

    /** A collection whose fixtures are below this folder, with the schema that its records must be valid against. */
    static Collection collection(String folder, FixtureSchema schema) {
        Map<String, String> references = schema.references().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, reference -> folder + reference.getValue()));
        return new Collection(
                folder + schema.collection(),
                schema.id(),
                schema.single(),
                references,
                schema.acyclic(),
                schema.unique(),
                schema::check,
                schema::moment);
    }
}
