package dev.understudy.load.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of records that can be opened more than once.
 *
 * @param layer the name of the layer that it lies in
 * @param file its name as its owner would type it
 */
public record Source(String layer, String file, Form form, Opening opening) {
    /** The way to the bytes. */
    public interface Opening {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opening.open();
    }

    /** A key of maps: the hash of a record would be linked at each start. */
    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
