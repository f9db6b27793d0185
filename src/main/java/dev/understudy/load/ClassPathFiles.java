package dev.understudy.load;

import dev.understudy.load.text.Form;
import dev.understudy.load.text.Source;
import java.net.URL;
import java.util.Optional;
import java.util.Set;

/** The fixtures inside the program. Its own tests keep foreign files out. */
final class ClassPathFiles implements LayerFiles {
    static final String NAME = "built-in";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Source> find(String file, Form form) {
        String path = "fixtures/" + file;
        URL resource = ClassPathFiles.class.getResource("/" + path);
        return Optional.ofNullable(resource).map(url -> new Source(name(), path, form, url::openStream));
    }

    @Override
    public ForeignFiles foreign(Set<String> files) {
        return ForeignFiles.NONE;
    }
}
