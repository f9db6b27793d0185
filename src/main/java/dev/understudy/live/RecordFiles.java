package dev.understudy.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Json;
import dev.understudy.contract.Contract;
import dev.understudy.generate.Generation;
import dev.understudy.mocks.anyspec.collections.NewRecords;
import dev.understudy.mocks.anyspec.collections.Samples;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes fixtures for the collections of the user's contracts to {@code NAME/COLLECTION.json}; equal seeds give equal
 * files.
 *
 * @param count the number of records in each collection
 * @param seed the seed; 1 gives the records that are served without files
 */
public record RecordFiles(List<Contract> contracts, int count, long seed) {
    public RecordFiles {
        contracts = List.copyOf(contracts);
    }

    /** Writes the files below this folder; no file ever exists in part. */
    public Generation.Written write(Path folder) throws IOException {
        var written = new ArrayList<Generation.File>();
        for (Contract contract : contracts) {
            var records = new NewRecords(contract, samples(contract), count);
            for (String collection : records.collections()) {
                String name = contract.name() + "/" + collection + ".json";
                List<ObjectNode> all = records.of(collection);
                Path file = folder.resolve(name);
                write(file, all);
                written.add(new Generation.File(name, all.size(), Files.size(file)));
            }
        }
        return new Generation.Written(written);
    }

    private Samples samples(Contract contract) {
        Samples usual = Contracts.samples(contract);
        long other = (seed - 1) * 0x9E3779B97F4A7C15L;
        return (pointer, value) -> usual.value(pointer, value ^ other);
    }

    private static void write(Path file, List<ObjectNode> records) throws IOException {
        Files.createDirectories(file.getParent());
        Path hidden = file.resolveSibling("." + file.getFileName() + ".part");
        ObjectWriter writer = Json.mapper().writer();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(hidden), 1 << 16);
                JsonGenerator json = writer.createGenerator(out).setRootValueSeparator(null)) {
            json.writeRaw('[');
            String separator = "\n";
            for (ObjectNode record : records) {
                json.writeRaw(separator);
                writer.writeValue(json, record);
                separator = ",\n";
            }
            json.writeRaw("\n]\n");
        }
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
