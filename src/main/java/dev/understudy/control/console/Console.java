package dev.understudy.control.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves the web console from the jar: the same document at the URL of every page, so that each can be opened and
 * reloaded, and the files that it uses.
 */
public final class Console implements Exchange {
    /** The path of the first page. */
    public static final String HOME = "/-/";

    /** The root of the other pages and all files. */
    public static final String BELOW = "/-/console/";

    private static final Pattern PAGE = Pattern.compile("[a-z]+(/.*)?");
    private static final Pattern FILE =
            Pattern.compile("([a-z-]+/)*[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.(?<type>[a-z0-9]+)");

    /** Folders of files; no page has one of these names. */
    private static final Pattern FOLDER = Pattern.compile("(lib|pages|vendor)(/.*)?");

    private static final String DOCUMENT = "index.html";

    /** The root of the API documentation, which is a separate document inside the page of a contract. */
    private static final String REFERENCE = "reference/";

    private static final String REFERENCE_DOCUMENT = "reference.html";

    @Override
    public Answer answer(IncomingRequest incoming) {
        Request request = incoming.request();
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            String detail = "method must be GET or HEAD, was " + request.method();
            return Answer.of(Problem.of(405, "Method Not Allowed", detail, request.path())
                    .response(Map.of("Allow", "GET, HEAD")));
        }
        return Answer.of(response(request.path()));
    }

    private static Response response(String path) {
        if (path.equals(HOME)) {
            return document(DOCUMENT, "console/");
        }
        if (!path.startsWith(BELOW) || path.equals(BELOW)) {
            return Headers.toFirstPage(path.equals(BELOW) ? "../" : "./");
        }
        String rest = path.substring(BELOW.length());
        if (PAGE.matcher(rest).matches() && !FOLDER.matcher(rest).matches()) {
            int depth = (int) rest.chars().filter(letter -> letter == '/').count();
            String files = depth == 0 ? "./" : "../".repeat(depth);
            return rest.startsWith(REFERENCE)
                    ? Headers.forReference(document(REFERENCE_DOCUMENT, files))
                    : document(DOCUMENT, files);
        }
        return file(rest).orElseGet(() -> missing(path));
    }

    private static Optional<Response> file(String name) {
        var file = FILE.matcher(name);
        return file.matches()
                ? MediaType.of(file.group("type"))
                        .flatMap(type -> bytes(name).map(bytes -> Headers.response(type, bytes)))
                : Optional.empty();
    }

    /** @param files the location of the files relative to the document's URL, since a proxy may add a prefix */
    private static Response document(String name, String files) {
        String text = new String(bytes(name).orElseThrow(), UTF_8);
        return Headers.response(
                "text/html; charset=utf-8", text.replace("{files}", files).getBytes(UTF_8));
    }

    private static Optional<byte[]> bytes(String name) {
        try (InputStream file = Console.class.getClassLoader().getResourceAsStream("console/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " of the console cannot be read", e);
        }
    }

    private static Response missing(String path) {
        String detail = "The console has no file " + path + "; its first page is " + HOME + ".";
        return Problem.of(404, "Not Found", detail, path).response(Map.of());
    }
}
