package dev.understudy.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.cli.options.Command;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * {@code understudy warm}: serves a contract and the built-in APIs, sends each kind of call and ends. The launcher runs
 * it while Java archives the classes that are loaded (JEP 350, JEP 514).
 */
final class WarmCommand implements Callable<Integer> {
    private static final long TIMEOUT_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 20;

    /** A method, a target, the body if there is one, and the expected status. */
    private record Call(String method, String target, String body, int status) {}

    private static final List<Call> CALLS = List.of(
            new Call("GET", "/-/health", "", 200),
            new Call("GET", "/-/ready", "", 200),
            new Call("GET", "/boats?limit=2&sort=-built&color=red", "", 200),
            new Call("GET", "/boats/1", "", 200),
            new Call("GET", "/boats/none", "", 400),
            new Call("GET", "/boats/100000", "", 404),
            new Call("POST", "/boats", "{\"name\":\"Gull\",\"color\":\"red\"}", 201),
            new Call("POST", "/boats", "{\"name\":7}", 400),
            new Call("GET", "/harbour", "", 200),
            new Call("POST", "/export/employees/task_profiles", "{\"limit\":5}", 200),
            new Call("POST", "/job_architecture/export/jobs/task_profiles", "{\"limit\":5}", 200),
            new Call("POST", "/export/employees/ai_goals", "{\"limit\":5}", 200),
            new Call("GET", "/api/v3/organizations/warm/ai/tasks?limit=5&includeDetails=true", "", 200),
            new Call("GET", "/api/work-tasks?per_page=5&status=todo,in_progress", "", 200),
            new Call("GET", "/nowhere", "", 404));

    final Command command =
            new Command(this, "Serves for a moment and ends, so that Java can archive the classes that were loaded.");

    WarmCommand() {
        command.standard();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("understudy-warm");
        Path contract = folder.resolve("boats.yaml");
        try (InputStream boats = WarmCommand.class.getResourceAsStream("boats.yaml")) {
            Files.copy(Objects.requireNonNull(boats), contract);
            int port = free();
            // With banner and log, whose classes belong to the archive too.
            var server = new Thread(() -> Commands.run(new String[] {
                "serve",
                contract.toString(),
                "techwolf/task-profiles",
                "techwolf/ai-goals",
                "quant/ai-tasks",
                "exante/work-tasks",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port)
            }));
            server.setDaemon(true);
            server.start();
            return succeeds(port) ? 0 : ExitCodes.FAULT;
        } finally {
            Files.deleteIfExists(contract);
            Files.deleteIfExists(folder);
        }
    }

    private boolean succeeds(int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT_MILLIS * 1_000_000;
        while (!isOpen(port)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        for (Call call : CALLS) {
            int status = status(port, call);
            if (status != call.status()) {
                command.err()
                        .println(call.method() + " " + call.target() + " was answered with " + status + ", not "
                                + call.status());
                return false;
            }
        }
        return true;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int status(int port, Call call) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = call.method() + " " + call.target() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer warm\r\nContent-Type: application/json\r\nContent-Length: "
                    + call.body().length() + "\r\n\r\n";
            socket.getOutputStream().write((head + call.body()).getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        }
    }
}
