package dev.understudy.junit;

import dev.understudy.live.Settings;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives each test that has a {@link TestSession} parameter its own session, even when tests run in parallel, and fails
 * a test whose calls broke the contract. {@link UnderstudyTest} registers it. Use {@code @RegisterExtension} instead if
 * the server needs other settings, or if its URL is needed before a test starts:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final UnderstudyExtension UNDERSTUDY =
 *         UnderstudyExtension.serving("library.yaml");
 * }</pre>
 *
 * <p>The constructor, the methods before each test and the test share one session. Methods before all tests have
 * another session, which ends after all tests.
 */
public final class UnderstudyExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    static final Namespace NAMESPACE = Namespace.create(UnderstudyExtension.class);

    private static final String VIOLATIONS = "understudy.violations";

    private final @Nullable ServerKey wanted;

    /** Used by JUnit for a class that is annotated with {@link UnderstudyTest}. */
    public UnderstudyExtension() {
        wanted = null;
    }

    private UnderstudyExtension(ServerKey wanted) {
        this.wanted = wanted;
    }

    /**
     * Tests use a server of these contracts, named as in {@link UnderstudyTest}. They share it with annotated tests
     * that ask for the same contracts.
     */
    public static UnderstudyExtension serving(String... contracts) {
        return new UnderstudyExtension(ServerKey.elsewhere().orElseGet(() -> ServerKey.of(contracts)));
    }

    /** Tests use a server with these settings, shared by all tests in this JVM that ask for equal settings. */
    public static UnderstudyExtension with(Settings settings) {
        return new UnderstudyExtension(new ServerKey.Own(List.of(), settings));
    }

    /**
     * Tests use a server that is already running, for example in a container.
     *
     * @param token the control token; empty if the control API is open to this machine
     */
    public static UnderstudyExtension at(URI server, String token) {
        return new UnderstudyExtension(new ServerKey.Other(server, token));
    }

    /**
     * The server's URL; starts the server if necessary. Only for an extension that a factory method of this class
     * created.
     */
    public URI serverUrl() {
        if (wanted == null) {
            throw new IllegalStateException(
                    "The server must be known without a test: make the extension by UnderstudyExtension.serving, with or at");
        }
        return Servers.get(wanted).control().server();
    }

    /** Lets a constructor use the session of the test, from JUnit 5.12 on. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestSession.class;
    }

    @Override
    public TestSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
        boolean ofClass = context.getTestMethod().isEmpty();
        boolean oneForAll = context.getTestInstanceLifecycle()
                .map(lifecycle -> lifecycle.name().equals("PER_CLASS"))
                .orElse(false);
        if (ofClass && !oneForAll && parameter.getDeclaringExecutable() instanceof Constructor<?>) {
            throw new ParameterResolutionException("A constructor must not take a TestSession with JUnit before 5.12,"
                    + " which does not say for which test it is: take it in a method with @BeforeEach");
        }
        return Objects.requireNonNull(
                store(context).getOrComputeIfAbsent(context.getUniqueId(), id -> begin(context), TestSession.class));
    }

    private TestSession begin(ExtensionContext context) {
        Map<String, String> strictness =
                nearest(context, UnderstudyTest.class).map(Strictness::of).orElse(Map.of());
        return TestSession.begin(Servers.use(wanted(context), context).control(), key(context), strictness);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    private void end(ExtensionContext context) {
        TestSession session = store(context).remove(context.getUniqueId(), TestSession.class);
        Optional<String> unkeyed = Servers.known(wanted(context))
                .flatMap(server -> server.unkeyed().since());
        unkeyed.ifPresent(text -> context.publishReportEntry("understudy", text));
        if (session == null) {
            return;
        }
        ContractReport.unused(session).ifPresent(text -> context.publishReportEntry("understudy", text));
        OnViolation.Reaction reaction = reaction(context);
        Optional<ContractReport> report =
                reaction == OnViolation.Reaction.IGNORE ? Optional.empty() : ContractReport.of(session);
        session.end();
        if (report.isEmpty()) {
            return;
        }
        String text = report.get().text()
                + unkeyed.map(more -> "\nWhile it ran, " + more).orElse("");
        if (reaction == OnViolation.Reaction.FAIL && !report.get().warned()) {
            throw new ContractBroken(text);
        }
        context.publishReportEntry("understudy", text);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private ServerKey wanted(ExtensionContext context) {
        if (wanted != null) {
            return wanted;
        }
        return nearest(context, UnderstudyTest.class)
                .map(test -> ServerKey.elsewhere().orElseGet(() -> ServerKey.by(test)))
                .orElseThrow(() -> new ExtensionConfigurationException(
                        "A test must say what its server is: by @UnderstudyTest on its class, or by @RegisterExtension"
                                + " and a method of UnderstudyExtension"));
    }

    private static OnViolation.Reaction reaction(ExtensionContext context) {
        return nearest(context, OnViolation.class)
                .map(OnViolation::value)
                .orElseGet(() -> context.getConfigurationParameter(VIOLATIONS)
                        .map(UnderstudyExtension::reaction)
                        .orElse(OnViolation.Reaction.FAIL));
    }

    private static OnViolation.Reaction reaction(String word) {
        for (OnViolation.Reaction reaction : OnViolation.Reaction.values()) {
            if (reaction.name().equalsIgnoreCase(word)) {
                return reaction;
            }
        }
        throw new ExtensionConfigurationException(
                "The configuration parameter " + VIOLATIONS + " must be one of fail, report, ignore, was " + word);
    }

    /** The annotation on the test method, or else on its class, or else on an enclosing class. */
    private static <A extends Annotation> Optional<A> nearest(ExtensionContext context, Class<A> type) {
        return AnnotationSupport.findAnnotation(context.getElement(), type)
                .or(() -> context.getParent().flatMap(parent -> nearest(parent, type)));
    }

    /** A key that is readable in a log, and unique across tests and JVMs. */
    private static String key(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String unique = "-" + UUID.randomUUID().toString().substring(0, 8);
        return plain.substring(0, Math.min(plain.length(), 64 - unique.length())) + unique;
    }
}
