package com.example.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.junit.TestSession;
import dev.understudy.junit.UnderstudyTest;
import java.net.URL;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Understudy is there, and the application has the libraries that Spring Boot chose. */
@UnderstudyTest("../library/library.yaml")
class LibrariesTest {
    @Test
    void netty_and_jackson_are_not_those_of_understudy(TestSession mock) {
        assertThat(mock.calls()).isEmpty();
        assertThat(version("io.netty.util.Version")).startsWith("netty-common-4.1.");
        assertThat(version("dev.understudy.shaded.io.netty.util.Version")).startsWith("understudy-junit-");
        assertThat(com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION)
                .isNotEqualTo(jacksonOfUnderstudy());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "io/netty/util/Version.class", "com/fasterxml/jackson/databind/ObjectMapper.class", "org/slf4j/LoggerFactory.class",
        "ch/qos/logback/classic/LoggerContext.class", "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
        "META-INF/services/com.fasterxml.jackson.databind.Module", "META-INF/io.netty.versions.properties"
    })
    void understudy_adds_no_library_under_its_own_name(String file) throws Exception {
        assertThat(Collections.list(getClass().getClassLoader().getResources(file)))
                .isNotEmpty()
                .noneMatch(url -> url.toString().contains("understudy"));
    }

    private static String version(String type) {
        try {
            URL place = Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
            return place.getPath().replaceFirst(".*/", "");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object jacksonOfUnderstudy() {
        try {
            return Class.forName("dev.understudy.shaded.com.fasterxml.jackson.databind.cfg.PackageVersion")
                    .getField("VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
