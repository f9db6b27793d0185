package dev.understudy.road;

import static java.util.Comparator.comparingInt;

import dev.understudy.api.MessageText;
import dev.understudy.api.Request;
import dev.understudy.api.Spelling;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Routes;
import java.util.List;

/** Answers requests whose path belongs to no API, and suggests similar paths. */
record UnknownPath(Routes routes) {
    private static final int SHOWN = 3;

    Answer answer(Request request) {
        if (!request.hasTextAsPath()) {
            return Problem.of(400, "Bad Request", "path must be percent-encoded UTF-8.", "")
                    .answer();
        }
        String path = request.path();
        List<String> nearest = nearest(path);
        String detail = nearest.isEmpty()
                ? "No API is mocked here."
                : "path must be one of a mocked API's, was " + path + "; the nearest is " + nearest.get(0) + ".";
        return new Problem("about:blank", "Not Found", 404, detail, path, nearest).answer();
    }

    /** The answer to a request whose path belongs to these contracts, but at another host. */
    Answer answer(Request request, List<Contract> contracts) {
        List<String> hosts = request.headers().all("Host");
        String path = request.path();
        String detail = "header \"Host\" must say which API is meant, was "
                + (hosts.isEmpty() ? "missing" : MessageText.text(hosts.get(0))) + ": " + request.method() + " " + path
                + " is in "
                + MessageText.and(contracts.stream().map(UnknownPath::located).toList()) + ".";
        return Problem.of(404, "Not Found", detail, path).answer();
    }

    private static String located(Contract contract) {
        List<String> hosts = contract.hosts().stream().sorted().toList();
        String more = hosts.size() > SHOWN ? " (or " + (hosts.size() - SHOWN) + " others)" : "";
        String at =
                hosts.isEmpty() ? "localhost" : MessageText.or(hosts.subList(0, Math.min(SHOWN, hosts.size()))) + more;
        return contract.name() + " (" + contract.source() + ") at " + at;
    }

    /** The operations whose paths differ by the fewest edits, as in {@code GET /api/work-tasks}. */
    private List<String> nearest(String path) {
        return routes.ways().stream()
                .sorted(comparingInt(way -> Spelling.distance(path, filled(way, path))))
                .limit(SHOWN)
                .map(Routes.Way::toString)
                .toList();
    }

    /** The template with its parameters replaced by the segments of this path. */
    private static String filled(Routes.Way way, String path) {
        String[] template = way.path().split("/", -1);
        String[] actual = path.split("/", -1);
        for (int i = 0; i < Math.min(template.length, actual.length); i++) {
            if (template[i].startsWith("{")) {
                template[i] = actual[i];
            }
        }
        return String.join("/", template);
    }
}
