package dev.understudy.api;

import java.io.IOException;

/** A value that writes itself as JSON, as all values of generated types do. */
public interface JsonWritable {
    /** Writes this value: an object, or a text. */
    void write(JsonWriter json) throws IOException;
}
