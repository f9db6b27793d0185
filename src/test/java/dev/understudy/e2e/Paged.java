package dev.understudy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.generate.calls.WrittenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list, and its way from page to page.
 *
 * @param size how many records there are in the fixtures that ship
 */
record Paged(String path, int size, String records, String id, Walk walk) {
    /** The request for the page after this answer, or for the first page; empty after the last one. */
    interface Walk {
        Optional<WrittenRequest> next(String path, int limit, @Nullable JsonNode answer);
    }

    static Paged byCursor(String path, int size) {
        return new Paged(path, size, "/records", "external_id", (where, limit, answer) -> {
            String cursor = answer == null ? "" : ",\"starting_after\":" + answer.path("next_starting_after");
            return answer != null && !answer.path("has_next").booleanValue()
                    ? Optional.empty()
                    : Optional.of(new WrittenRequest("POST", where, "{\"limit\":" + limit + cursor + "}"));
        });
    }

    static Paged byNumber(String path, int size) {
        return new Paged(path, size, "/data/items", "uid", (where, limit, answer) -> {
            int page = answer == null ? 0 : answer.at("/data/_meta/page").intValue();
            return answer != null
                            && page == answer.at("/data/_meta/total_pages").intValue()
                    ? Optional.empty()
                    : Optional.of(new WrittenRequest("GET", where + "?per_page=" + limit + "&page=" + (page + 1), ""));
        });
    }

    /** Only the first records can be had, as many as the limit allows. */
    static Paged byLimit(String path, int size) {
        return new Paged(
                path,
                size,
                "/tasks",
                "taskId",
                (where, limit, answer) -> answer == null
                        ? Optional.of(new WrittenRequest("GET", where + "?limit=" + limit, ""))
                        : Optional.empty());
    }

    WrittenRequest first(int limit) {
        return walk.next(path, limit, null).orElseThrow();
    }

    /** The ids on each page. */
    List<List<String>> pages(Line line, int limit) {
        var pages = new ArrayList<List<String>>();
        for (Optional<WrittenRequest> next = walk.next(path, limit, null); next.isPresent(); ) {
            JsonNode answer = line.send(next.get()).json();
            pages.add(Wire.list(answer.at(records)).stream()
                    .map(record -> record.path(id).textValue())
                    .toList());
            next = walk.next(path, limit, answer);
        }
        return pages;
    }
}
