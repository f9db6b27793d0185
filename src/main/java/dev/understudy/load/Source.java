package dev.understudy.load;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of records that can be opened more than once.
 *
 * @param layer the name of the layer that it lies in
 * @param file its name as its owner would type it
 */
record Source(String layer, String file, Form form, Opening opening) {
    /** The way to the bytes. */
    interface Opening {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opening.open();
    }
}
