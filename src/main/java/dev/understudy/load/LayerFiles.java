package dev.understudy.load;

import dev.understudy.load.text.Form;
import dev.understudy.load.text.Source;
import java.util.Optional;
import java.util.Set;

/** Where the files of a layer lie. */
interface LayerFiles {
    String name();

    /** The file of that name below the root, such as {@code exante/work-tasks/work-tasks.json}, if it is there. */
    Optional<Source> find(String file, Form form);

    /** What lies here, and is none of these files or cannot be read as one. */
    ForeignFiles foreign(Set<String> files);
}
