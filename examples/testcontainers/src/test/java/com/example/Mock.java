package com.example;

import dev.understudy.junit.UnderstudyExtension;
import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** One container for all tests. Testcontainers ends it after the last. */
final class Mock {
    private static final String TOKEN = "for-the-tests";

    private static final GenericContainer<?> CONTAINER = new GenericContainer<>("understudy")
            .withCopyFileToContainer(
                    MountableFile.forHostPath("../library/library.yaml", 0444), "/contracts/library.yaml")
            .withEnv("UNDERSTUDY_CONTROL_TOKEN", TOKEN)
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp("/-/ready"));

    private Mock() {}

    /** What gives each test a session on it. */
    static UnderstudyExtension start() {
        CONTAINER.start();
        return UnderstudyExtension.at(
                URI.create("http://" + CONTAINER.getHost() + ":" + CONTAINER.getMappedPort(8080)), TOKEN);
    }
}
