package dev.understudy.api;

import java.io.IOException;

/** A value of a generated type, which writes itself as the JSON of its schema. */
public interface JsonWritable {
    /** Writes this value: an object, or a text. */
    void write(JsonWriter json) throws IOException;
}
