package dev.understudy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** Writes a collection of employees with two tasks each, about 650 bytes of JSON an employee; always the same one. */
public final class Employees {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int MINUTES = 5;

    private Employees() {}

    /** Takes a file and how many employees it shall hold. */
    public static void main(String[] arguments) throws IOException {
        try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), false, "UTF-8")) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                out.printf(
                        Locale.ROOT,
                        "{\"external_id\":\"employee-%d\",\"is_active\":%b,\"last_updated\":\"%s\",\"tasks\":[%s,%s]}%n",
                        i,
                        i % 5 != 0,
                        FIRST.plusSeconds(60L * MINUTES * (i * 7919L % 100_003)),
                        task("plan-the-week-" + i % 100, i),
                        task("review-the-work-of-others-" + i % 70, i + 1));
            }
        }
    }

    private static String task(String id, int i) {
        return """
                {"task_id":"%s","task":"Something that has to be done now and then, number %d","validation_state":"%s",\
                "weekly_hours":%d.5,"ai_impact":{"level":"H%d","rationale":"Portions can be automated"},\
                "source_events":[{"external_id":"event-%d","event_type":"project"}],\
                "hierarchy":{"domain":"Operations","subdomain":"Planning","cluster":"Weekly %d"}}"""
                .formatted(id, i % 1000, i % 3 == 0 ? "suggested" : "validated", i % 20, 1 + i % 5, i, i % 9);
    }
}
