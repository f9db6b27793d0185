package dev.understudy.http;

import dev.understudy.live.CannotLoad;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import dev.understudy.live.Zoo;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Servers of the zoo for tests, with access settings of their own. */
public final class Stage {
    public static final String GET = "GET /zoo/pets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n";
    static final String POST = "POST /zoo/pets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n"
            + "Content-Type: application/json\r\nContent-Length: 14\r\n\r\n";

    private Stage() {}

    static Timeouts timeouts(long head, long body, long idle, long stall) {
        return new Timeouts(
                Duration.ofMillis(head),
                Duration.ofMillis(body),
                Duration.ofMillis(idle),
                Duration.ofMillis(stall),
                Duration.ofSeconds(10));
    }

    static AccessSettings access(Limits limits, Timeouts timeouts) {
        return new AccessSettings(limits, timeouts, List.of(), new Encryption.None());
    }

    static AccessSettings encrypted(Timeouts timeouts) {
        return new AccessSettings(Limits.DEFAULT, timeouts, List.of(), new Encryption.SelfSigned(List.of()));
    }

    /** A client of servers with certificates that they made. */
    static HttpClient client(Vertx vertx, HttpVersion version) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setProtocolVersion(version)
                .setTrustAll(true)
                .setVerifyHost(false));
    }

    static Running open(Path folder, AccessSettings access, String pets) throws IOException, CannotLoad, CannotListen {
        Files.createDirectories(folder.resolve("zoo/pets"));
        Files.writeString(folder.resolve("zoo/pets/pets.json"), pets);
        return Understudy.start(
                Zoo.catalogue(), Settings.DEFAULT.withFixtures(folder).withAccess(access));
    }
}
