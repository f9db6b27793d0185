package dev.understudy.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the log to standard output, many lines at a time, from a thread of its own that looks for lines every few
 * milliseconds: to wake it for each one, and to write each by itself, would cost more than answering a request.
 */
final class BatchedOutput extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final long EVERY_MILLIS = 50;

    /** So many lines may wait; then who logs waits too, so that no line is lost. */
    private static final int MOST = 8192;

    private final Encoder<ILoggingEvent> encoder;
    private final Object lock = new Object();
    private final Thread writer = new Thread(this::write, "log");
    private List<ILoggingEvent> waiting = new ArrayList<>();
    private boolean ending;

    BatchedOutput(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
        writer.setDaemon(true);
    }

    @Override
    public void start() {
        super.start();
        writer.start();
    }

    /** Returns when all lines are written. */
    @Override
    public void stop() {
        if (!isStarted()) {
            return;
        }
        super.stop();
        synchronized (lock) {
            ending = true;
            lock.notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        synchronized (lock) {
            while (waiting.size() >= MOST && !ending) {
                try {
                    lock.notifyAll();
                    lock.wait(EVERY_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            waiting.add(event);
        }
    }

    private void write() {
        try {
            while (true) {
                List<ILoggingEvent> lines = next();
                if (lines.isEmpty()) {
                    return;
                }
                var bytes = new ByteArrayOutputStream(lines.size() * 128);
                lines.forEach(line -> bytes.writeBytes(encoded(line)));
                System.out.write(bytes.toByteArray(), 0, bytes.size());
                System.out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A line that cannot be told costs that line, and not the log: without its writer, who logs would wait for ever.
     */
    private byte[] encoded(ILoggingEvent line) {
        try {
            return encoder.encode(line);
        } catch (RuntimeException e) {
            addError("A line cannot be written", e);
            return new byte[0];
        }
    }

    /** The lines that came meanwhile; none only at the end. */
    private List<ILoggingEvent> next() throws InterruptedException {
        synchronized (lock) {
            do {
                if (!ending && waiting.size() < MOST) {
                    lock.wait(EVERY_MILLIS);
                }
            } while (waiting.isEmpty() && !ending);
            List<ILoggingEvent> lines = waiting;
            waiting = new ArrayList<>();
            lock.notifyAll();
            return lines;
        }
    }
}
