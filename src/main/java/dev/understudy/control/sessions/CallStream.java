package dev.understudy.control.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Json;
import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.Redaction;
import dev.understudy.session.Session;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One stream of calls; it runs on the event loop of its connection. */
final class CallStream {
    /** In milliseconds: something is sent at least this often, so that a client that does not read is disconnected. */
    private static final long BEAT = 10_000;

    /** How many calls are sent before other tasks get a turn. */
    private static final int AT_ONCE = 50;

    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse out;
    private final Session session;
    private final Journal journal;
    private final Supplier<Redaction> redaction;
    private final Consumer<CallStream> ended;
    private final BooleanSupplier isThere;
    private final Runnable listener = this::soon;
    private final AtomicBoolean due = new AtomicBoolean();
    private long last;
    private long timer;
    private boolean over;

    /**
     * A stream that has not started.
     *
     * @param ended is called when the stream ends
     * @param isThere tests whether its session still exists
     */
    CallStream(
            Vertx vertx,
            HttpServerResponse out,
            Session session,
            Journal journal,
            Supplier<Redaction> redaction,
            Consumer<CallStream> ended,
            BooleanSupplier isThere) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.out = out;
        this.session = session;
        this.journal = journal;
        this.redaction = redaction;
        this.ended = ended;
        this.isThere = isThere;
    }

    void begin(long since) {
        last = since;
        // This is also called for a reset; the exception handler is the one that ends the exchange.
        out.closeHandler(gone -> finish());
        timer = vertx.setPeriodic(BEAT, tick -> {
            if (!isThere.getAsBoolean()) {
                end();
            } else if (!over && !out.writeQueueFull()) {
                out.write(":\n\n");
            }
        });
        journal.listen(listener);
        soon();
    }

    /** May be called from any thread. */
    private void soon() {
        if (due.compareAndSet(false, true)) {
            context.runOnContext(now -> send());
        }
    }

    private void send() {
        due.set(false);
        if (over) {
            return;
        } else if (!isThere.getAsBoolean()) {
            end();
            return;
        }
        List<JournalEntry> next = journal.after(session, last, AT_ONCE);
        for (JournalEntry entry : next) {
            if (out.writeQueueFull()) {
                out.drainHandler(drained -> {
                    out.drainHandler(null);
                    soon();
                });
                return;
            }
            last = entry.id();
            // JSON is written without line breaks, so a call is a single line.
            String line = new String(Json.write(ShownCalls.line(redaction.get().redacted(entry))), UTF_8);
            out.write("id: " + last + "\nevent: call\ndata: " + line + "\n\n");
        }
        if (next.size() == AT_ONCE) {
            soon();
        }
    }

    /** May be called from any thread. */
    void end() {
        context.runOnContext(now -> {
            if (!over) {
                finish();
                out.end();
            }
        });
    }

    private void finish() {
        over = true;
        journal.leave(listener);
        vertx.cancelTimer(timer);
        ended.accept(this);
    }
}
