package dev.understudy.load;

import dev.understudy.load.text.Form;
import dev.understudy.load.text.Source;
import java.net.URL;
import java.util.Optional;
import java.util.Set;

/** The fixtures inside the program. Its own tests keep strangers out. */
final class ClassPathShelf implements Shelf {
    static final String NAME = "built-in";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Source> find(String file, Form form) {
        String path = "fixtures/" + file;
        URL resource = ClassPathShelf.class.getResource("/" + path);
        return Optional.ofNullable(resource).map(url -> new Source(name(), path, form, url::openStream));
    }

    @Override
    public Strangers strangers(Set<String> files) {
        return Strangers.NONE;
    }
}
