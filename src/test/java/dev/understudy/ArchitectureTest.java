package dev.understudy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of rooms: who may know whom. CONTRIBUTING.md draws it; change both together. */
class ArchitectureTest {
    private static final String ROOT = "dev.understudy";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Tests in Java name them. */
    private static final DescribedPredicate<JavaClass> GENERATED = DescribedPredicate.describe(
            "generated from a contract",
            type -> Files.notExists(Path.of("src/main/java", type.getName().replace('.', '/') + ".java")));

    @ParameterizedTest(name = "{0} knows only {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fixture  | fixture
                    api.bytes | api.bytes
                    api.stream | api.stream
                    api.text | api.text
                    api.patch | api.patch api
                    api.calls | api.calls api
                    api      | api fixture
                    openapi.source | openapi.source api
                    openapi  | openapi api
                    openapi.jsonpath | openapi.jsonpath api
                    openapi.overlay | openapi.overlay openapi.jsonpath api
                    openapi.served | openapi api
                    schema   | schema openapi api
                    schema.pattern | schema.pattern api
                    schema.format | schema.format schema.pattern api
                    schema.findings | schema.findings schema.format schema openapi api
                    generate | generate schema openapi api
                    kept     | kept schema api fixture
                    load     | load kept fixture api
                    load.text | load.text kept api
                    contract.text | contract.text openapi api
                    contract.security | contract.security contract.text openapi api
                    contract.style | contract.style contract.text schema openapi api
                    contract.argument | contract.argument contract.form contract.security contract.style contract.text schema openapi api
                    contract.form | contract.form contract.style contract.text schema openapi api
                    contract.stream | contract.stream contract.style contract.text schema openapi api
                    contract.answers | contract.answers contract contract.text openapi api
                    contract.correction | contract.correction schema openapi api
                    contract.xml | contract.xml contract.style contract.text schema openapi api
                    contract.expression | contract.expression contract.text openapi api
                    contract.fixtures | contract.fixtures schema openapi api
                    contract.servers | contract.servers openapi api
                    contract | contract schema openapi kept api
                    match    | match contract schema openapi api
                    mocks.exante | mocks.exante fixture api
                    mocks.quant | mocks.quant fixture api
                    mocks.techwolf | mocks.techwolf fixture api
                    mocks.anyspec.odata | mocks.anyspec.odata mocks.anyspec.roles.parameters mocks.anyspec.roles.schemas api
                    mocks.anyspec.collections | mocks.anyspec.collections mocks.anyspec.odata mocks.anyspec.roles contract kept fixture api
                    mocks.anyspec.changes | mocks.anyspec.changes mocks.anyspec.collections mocks.anyspec.roles contract kept fixture api
                    mocks.anyspec.roles.schemas | mocks.anyspec.roles.schemas contract api
                    mocks.anyspec.roles.parameters | mocks.anyspec.roles.parameters mocks.anyspec.roles.schemas contract api
                    mocks.anyspec.roles.corrections | mocks.anyspec.roles.corrections mocks.anyspec.roles.parameters mocks.anyspec.roles.schemas contract api
                    mocks.anyspec.roles | mocks.anyspec.roles contract api
                    mocks.anyspec | mocks.anyspec contract generate kept fixture api
                    rules    | rules match contract openapi fixture api
                    session  | session rules fixture api
                    records  | records session load mocks.anyspec contract schema kept fixture api
                    road     | road session rules contract fixture kept api
                    journal  | journal road session rules contract openapi api
                    verify   | verify match journal session contract api
                    log      | log api
                    control.token | control.token road contract api
                    control.access | control.access road api
                    control.console | control.console road api
                    control.sessions | control.sessions openapi load records verify match journal road session rules contract fixture api
                    control  | control records verify match journal road session rules contract load openapi fixture api
                    http.body | http.body api
                    http.sending | http.sending road api
                    http     | http journal road session log kept fixture api
                    callbacks | callbacks road session contract fixture api
                    live     | live records callbacks http control verify match log journal road session rules kept mocks contract generate load schema openapi api fixture
                    junit    | junit live http session api
                    cli.config | cli.config openapi api
                    cli.options | cli.options cli.config callbacks live http journal road rules session mocks contract openapi api
                    cli      | cli records live callbacks http control verify match log journal road session rules mocks contract generate load schema openapi api fixture
                    """)
    void a_room_knows_only_rooms_below_it(String room, String known) {
        String[] allowed = Arrays.stream(known.split(" "))
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> elsewhere =
                resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat(elsewhere)
                .check(HOUSE);
    }

    @ParameterizedTest(name = "only {1} knows {0}")
    @CsvSource({
        "io.vertx, http control callbacks",
        "io.vertx.ext, control",
        "io.netty, http",
        "com.networknt, schema",
        "org.snakeyaml, openapi",
        "picocli, cli",
        "org.junit, junit",
        "ch.qos.logback, log",
    })
    void a_library_stays_in_its_room(String library, String rooms) {
        String[] allowed = Arrays.stream(rooms.split(" "))
                .map(room -> ROOT + "." + room + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .check(HOUSE);
    }

    @Test
    void only_the_page_of_metrics_loads_the_libraries_that_write_it() {
        noClasses()
                .that()
                .doNotHaveSimpleName("MetricsPage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(HOUSE);
    }

    @Test
    void no_room_leads_back_to_itself() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void no_vendor_knows_another() {
        slices().matching(ROOT + ".mocks.(*)..").should().notDependOnEachOther().check(HOUSE);
    }

    @Test
    void no_mock_knows_its_neighbour() {
        slices().matching(ROOT + ".mocks.*.(*)..")
                .should()
                .notDependOnEachOther()
                // One mock of any document, in several rooms.
                .ignoreDependency(
                        resideInAPackage(ROOT + ".mocks.anyspec.."), resideInAPackage(ROOT + ".mocks.anyspec.."))
                .check(HOUSE);
    }

    @Test
    void the_handler_is_the_one_public_class_of_a_mocks_room_besides_those_that_are_generated() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".mocks.*.*..")
                .and()
                .resideOutsideOfPackage(ROOT + ".mocks.anyspec..")
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and(DescribedPredicate.not(GENERATED))
                .should()
                .haveSimpleNameEndingWith("Handler")
                .check(HOUSE);
    }
}
