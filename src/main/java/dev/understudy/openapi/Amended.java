package dev.understudy.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fault;
import dev.understudy.openapi.overlay.Origin;
import dev.understudy.openapi.overlay.Origins;
import dev.understudy.openapi.overlay.Overlay;
import dev.understudy.openapi.overlay.Problem;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Level;
import dev.understudy.openapi.source.Note;
import dev.understudy.openapi.source.Place;
import dev.understudy.openapi.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What overlays have made of a document.
 *
 * @param origins where its values were written
 * @param sources the overlays, in their order
 * @param notes what has no effect in them
 */
record Amended(Origins origins, List<SourceFile> sources, List<Note> notes) {
    /**
     * Changes the document as the overlays say.
     *
     * @throws ContractException if one of them cannot be meant
     */
    static Amended by(List<OverlayFile> overlays, ObjectNode root) {
        var origins = new Origins(root);
        var notes = new ArrayList<Note>();
        for (int i = 0; i < overlays.size(); i++) {
            OverlayFile overlay = overlays.get(i);
            notes.addAll(overlay.source().found());
            List<Problem> problems = Overlay.apply(overlay.source().tree(), root, origins, i + 1);
            List<Fault> faults = problems.stream()
                    .filter(Problem::fault)
                    .map(problem ->
                            note(overlay, problem).at(place(overlay, problem)).fault())
                    .toList();
            if (!faults.isEmpty()) {
                throw new ContractException(faults);
            }
            problems.forEach(problem -> notes.add(note(overlay, problem)));
        }
        return new Amended(origins, overlays.stream().map(OverlayFile::source).toList(), notes);
    }

    private static Note note(OverlayFile overlay, Problem problem) {
        return new Note(
                problem.fault() ? Level.FAULT : Level.HINT,
                problem.pointer(),
                problem.kind(),
                problem.message(),
                problem.repair(),
                place(overlay, problem));
    }

    private static Place place(OverlayFile overlay, Problem problem) {
        return new Place(overlay.source().name(), overlay.position(problem.pointer()));
    }

    /** Whether values of the document may have come from elsewhere. */
    boolean isAmended() {
        return !origins.isEmpty();
    }

    /** Where a value of the document was written. */
    Origin origin(String pointer) {
        return origins.of(pointer);
    }

    /** The file of an origin; the document itself if that is none of the overlays. */
    SourceFile source(Origin origin, SourceFile document) {
        return origin.source() == 0 ? document : sources.get(origin.source() - 1);
    }
}
