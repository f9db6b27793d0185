package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Preference;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes refusals as the error body that the operation documents for their status, or else as a problem. */
record Refusals(ErrorFilling filling, ReplyBodies bodies, HeaderValues headers) {
    private static final int NOT_IMPLEMENTED = 501;

    Reply reply(Refusal refusal, @Nullable Operation operation) {
        if (refusal.status() == NOT_IMPLEMENTED) {
            return Problems.unkept(refusal);
        } else if (operation == null) {
            return Problems.of(refusal, Map.of());
        }
        return operation
                .answers()
                .error(refusal.status())
                .map(answer -> documented(refusal, answer))
                .orElseGet(() -> Problems.of(refusal, Map.of()));
    }

    /** Uses a content that can express the refusal, or else any content that has a body. */
    private Reply documented(Refusal refusal, Answer answer) {
        Map<String, Object> fields = headers(refusal, answer);
        return in(answer, content -> body(content, ErrorTexts.of(refusal)), refusal, fields)
                .or(() -> in(answer, content -> mute(content, refusal), refusal, fields))
                .orElseGet(() -> Problems.of(refusal, fields));
    }

    private static Optional<Reply> in(
            Answer answer, Function<Content, Optional<Object>> body, Refusal refusal, Map<String, Object> fields) {
        for (Content content : answer.contents()) {
            Optional<Object> there = body.apply(content);
            if (there.isPresent()) {
                Object texts = there.get();
                return Optional.of(new AnyReply(
                        refusal.status(),
                        texts,
                        content.mediaType(),
                        fields,
                        null,
                        List.of(),
                        Problems.failure(refusal)));
            }
        }
        return Optional.empty();
    }

    /** A body that cannot contain a text, such as an image or a code. */
    private Optional<Object> mute(Content content, Refusal refusal) {
        return bodies.pick(content, Preference.NONE, Optional::empty, Seed.of(refusal.where()))
                .map(ReplyBodies.Picked::value);
    }

    /** The body of an error for this content; empty if none is valid. */
    Optional<Object> body(Content content, ErrorTexts texts) {
        return switch (content.form()) {
            case JSON -> json(content, texts).map(Object.class::cast);
            case TEXT -> text(content, texts).map(Object.class::cast);
            case BINARY, FIELDS, ITEMS -> Optional.empty();
        };
    }

    private Optional<JsonNode> json(Content content, ErrorTexts texts) {
        return content.schema().isEmpty()
                ? Optional.of(Problems.body(texts))
                : filling.fill(content.schema().get(), texts);
    }

    private static Optional<String> text(Content content, ErrorTexts texts) {
        return texts.sentences().stream()
                .filter(sentence -> content.flaw(TextNode.valueOf(sentence)).isEmpty())
                .findFirst();
    }

    /** The refusal's own headers, such as a challenge, and generated values for the others. */
    private Map<String, Object> headers(Refusal refusal, Answer answer) {
        var made = new HashMap<>(headers.of(answer, Seed.of(refusal.where())));
        made.keySet().removeIf(name -> refusal.headers().keySet().stream().anyMatch(name::equalsIgnoreCase));
        return made;
    }
}
