package dev.understudy.load;

import dev.understudy.api.Fault;
import dev.understudy.load.text.FileLocation;
import dev.understudy.load.text.Finding;
import dev.understudy.load.text.Source;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was found wrong in one collection; each finding goes to the file that the value came from. */
final class Report {
    private final Map<Source, FileReport> reports = new LinkedHashMap<>();
    private final Map<Integer, Provenance> provenances = new HashMap<>();
    private final CollectionFiles files;
    private final Runnable earlier;
    private int count;

    /** @param earlier adds what is wrong with records that were read before, if that is not known yet */
    Report(CollectionFiles files, Runnable earlier) {
        this.files = files;
        this.earlier = earlier;
        files.files().forEach(this::on);
    }

    /** What is found in one file before its records are put together with those of others. */
    FileReport on(Source source) {
        return reports.computeIfAbsent(source, file -> new FileReport(file, earlier));
    }

    /** From now on this record is known as one that merge files had to do with. */
    void merged(int record, Provenance provenance) {
        provenances.put(record, provenance);
    }

    /** Where the values of a record come from. */
    Provenance provenance(int record) {
        Provenance merged = provenances.get(record);
        return merged != null ? merged : new Provenance(Objects.requireNonNull(files.base()), record);
    }

    /** How high the file lies that the value there came from: 0 for the lowest. */
    int layer(FileLocation location) {
        Provenance merged = provenances.get(location.record());
        return merged == null
                ? 0
                : files.files().toList().indexOf(merged.of(location.pointer()).source());
    }

    void add(Finding finding) {
        count++;
        Provenance provenance = provenances.get(finding.record());
        if (provenance != null) {
            provenance.tell(finding, this);
        } else if (files.base() != null) {
            on(files.base()).addNext(finding);
        }
    }

    /** What is wrong with the text of a record that comes as its file has it. */
    void addText(Finding finding) {
        on(Objects.requireNonNull(files.base())).addNext(finding);
    }

    /** How many were found in records, that is, beside those in the text of a file. */
    int count() {
        return count;
    }

    /** With their places: file by file, from the lowest layer up, each in its order. */
    List<Fault> faults() {
        return reports.values().stream().flatMap(file -> file.faults().stream()).toList();
    }
}
