package dev.understudy.road;

import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.text.EntityTag;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Compresses large enough bodies with gzip for clients that accept it (RFC 9110 section 12.5.3). */
public final class Compressed implements Filter {
    /** In bytes: shorter bodies fit into one packet anyway. */
    private static final int WORTH = 1400;

    private enum Coding {
        IDENTITY,
        GZIP
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Request request = incoming.request();
            Answer answer = next.answer(incoming);
            if (answer.response().bytes().length < WORTH || isCoded(answer)) {
                return answer;
            }
            Coding coding = wantsGzip(request.headers().all("Accept-Encoding")) ? Coding.GZIP : Coding.IDENTITY;
            return answer.changed(coding, plain -> coded(plain, coding));
        };
    }

    /** Whether a rule sets the content coding of its bytes itself. */
    private static boolean isCoded(Answer answer) {
        return answer.cause() == Reply.Cause.RULE
                && answer.response().headers().keySet().stream().anyMatch("Content-Encoding"::equalsIgnoreCase);
    }

    private static Response coded(Response plain, Coding coding) {
        var headers = new TreeMap<>(plain.headers());
        headers.merge("Vary", "Accept-Encoding", (old, name) -> old + ", " + name);
        if (coding == Coding.IDENTITY) {
            return new Response(plain.status(), headers, plain.bytes());
        }
        headers.put("Content-Encoding", "gzip");
        return new Response(plain.status(), headers, EntityTag.gzip(plain.bytes()));
    }

    /** A coding that is listed by name takes precedence over {@code *}, and a weight of 0 excludes it. */
    private static boolean wantsGzip(List<String> fields) {
        if (fields.isEmpty()) {
            return false;
        }
        boolean others = false;
        for (String member : String.join(",", fields).split(",")) {
            String[] parts =
                    member.toLowerCase(Locale.ROOT).replaceAll("\\s", "").split(";", 2);
            boolean wanted = parts.length == 1 || !parts[1].matches("q=0(\\.0{0,3})?");
            if (parts[0].equals("gzip") || parts[0].equals("x-gzip")) {
                return wanted;
            }
            others |= wanted && parts[0].equals("*");
        }
        return others;
    }
}
