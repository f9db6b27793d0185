package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;

/** What the log of this process writes, and a way to wait for it. */
final class CapturedLog extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int read;

    @Override
    public synchronized void write(int b) {
        bytes.write(b);
        notifyAll();
    }

    @Override
    public synchronized void write(byte[] some, int from, int length) {
        bytes.write(some, from, length);
        notifyAll();
    }

    /** Waits until the log has this text behind what was waited for before. */
    synchronized void await(String text) throws InterruptedException {
        long end = System.currentTimeMillis() + 30_000;
        while (bytes.toString(UTF_8).indexOf(text, read) < 0) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("The log must have " + text + ", was " + bytes.toString(UTF_8));
            }
            wait(left);
        }
        read = bytes.toString(UTF_8).indexOf(text, read) + text.length();
    }

    /** All lines so far. */
    synchronized List<String> lines() {
        return bytes.toString(UTF_8).lines().toList();
    }
}
