package dev.understudy.openapi.source;

import org.jspecify.annotations.Nullable;

/**
 * A finding whose place was not looked up yet.
 *
 * @param place where it stands, if its pointer does not say so
 */
public record Note(Level level, String pointer, String kind, String message, String repair, @Nullable Place place) {
    public Finding at(Place found) {
        return new Finding(level, found.source(), found.position(), pointer, kind, message, repair);
    }
}
