package dev.understudy.contract;

import dev.understudy.contract.argument.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * A documented response.
 *
 * @param contents its kinds of content, in the order of the document; none if it has no content
 */
public record Answer(List<Content> contents, List<Parameter> headers) {
    public Answer {
        contents = List.copyOf(contents);
        headers = List.copyOf(headers);
    }

    /** The same as an answer without content. */
    Answer withoutContent() {
        return new Answer(List.of(), headers);
    }

    /** The contents that can have a value; all of them if none can. */
    public List<Content> offered() {
        if (contents.size() <= 1) {
            return contents;
        }
        List<Content> offered = contents.stream().filter(Content::hasValues).toList();
        return offered.isEmpty() ? contents : offered;
    }

    /** The content of this media type, or else the first; empty if there is no content. */
    public Optional<Content> content(String type) {
        return Content.of(contents, type);
    }
}
