package dev.understudy.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import dev.understudy.load.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to say about one record of a collection. */
public sealed interface Explanation {
    /**
     * A line of a file.
     *
     * @param layer the name of the layer that the file lies in
     */
    record Place(String layer, String file, int line) {
        static Place of(Source source, Position position) {
            return new Place(source.layer(), source.file(), position.line());
        }

        /** As a compiler and an editor have it. */
        public String text() {
            return file + ":" + line;
        }

        /** Whether the file is inside the program, where nobody can change it. */
        public boolean isBuiltIn() {
            return layer.equals(ClassPathFiles.NAME);
        }
    }

    /**
     * The record as all layers together have it.
     *
     * @param places where each of its values was set, by JSON pointer
     * @param faults what is wrong with it, and with the text of the files of its collection
     */
    record Found(JsonNode record, Map<String, Place> places, List<Fault> faults) implements Explanation {
        public Found {
            places = Map.copyOf(places);
            faults = List.copyOf(faults);
        }
    }

    /**
     * No record has this id.
     *
     * @param collection the path of the collection
     * @param meant the id that was probably meant
     * @param removed where a merge file takes the record away
     * @param faults what is wrong with the text of the files of its collection
     */
    record Unknown(String collection, Optional<String> meant, Optional<Place> removed, List<Fault> faults)
            implements Explanation {
        public Unknown {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The name does not say which collection is meant.
     *
     * @param collections those that it could mean, or else all
     * @param meant the one that was probably meant
     */
    record Unnamed(List<String> collections, Optional<String> meant) implements Explanation {
        public Unnamed {
            collections = List.copyOf(collections);
        }
    }
}
