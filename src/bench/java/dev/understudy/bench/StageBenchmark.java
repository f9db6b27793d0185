package dev.understudy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.Fixture;
import dev.understudy.api.Headers;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MockApi;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.contract.fixtures.FixtureSchema;
import dev.understudy.fixture.State;
import dev.understudy.kept.KeptRecords;
import dev.understudy.live.ContractFixtures;
import dev.understudy.load.Fixtures;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesHandler;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** What each stage of the road costs: one page of employees with all that can be included. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StageBenchmark {
    private static final String NAME = "techwolf/task-profiles";

    /** Whether schemas are compiled, or the validator alone judges. */
    @Param({"false", "true"})
    public boolean reference;

    private Contract contract;
    private MockApi api;
    private Request request;
    private Call call;
    private Reply reply;
    private byte[] page;
    private FixtureSchema schema;
    private State state;
    private JsonNode record;

    /** One request, and what becomes of it on the way. */
    @Setup
    public void open() throws IOException, MalformedJson {
        String source = "specs/" + NAME + ".yaml";
        Contract read = Contract.read(NAME, source, bytes("/" + source));
        contract = reference
                ? read.reference()
                : read.keeping(new KeptRecords(1 << 26, StatsCounter.disabledStatsCounter()));
        api = new TaskProfilesHandler();
        Fixtures fixtures = ContractFixtures.of(List.of(contract), List.of(), Clock.systemUTC());
        var loading = new State.Loading();
        api.fixtures().forEach(fixture -> with(loading, fixture, fixtures));
        state = loading.state();
        byte[] body = "{\"limit\":50,\"include\":[\"ai_impact\",\"source_events\",\"weekly_hours\"]}".getBytes(UTF_8);
        var headers = Map.of("Authorization", List.of("Bearer bench"), "Content-Type", List.of("application/json"));
        request = new Request("POST", "/export/employees/task_profiles", null, Headers.of(headers), body);
        call = (Call) contract.admit(request);
        reply = api.answer(call, state).reply();
        page = Json.write(Objects.requireNonNull(reply.body()));
        schema = contract.fixtureSchemas().get(0);
        record = Json.read(bytes("/fixtures/" + NAME + "/employees.json")).get(0);
    }

    @Benchmark
    public JsonNode decode() throws MalformedJson {
        return Json.read(request.bytes());
    }

    @Benchmark
    public Admission admit() {
        return contract.admit(request);
    }

    @Benchmark
    public Reply answer() {
        return api.answer(call, state).reply();
    }

    @Benchmark
    public byte[] render() {
        return Json.write(Objects.requireNonNull(reply.body()));
    }

    /** Reading the page back, as it is done for records that were not sent before. */
    @Benchmark
    public JsonNode readBack() throws MalformedJson {
        return Json.read(page);
    }

    /** One record of the fixtures. */
    @Benchmark
    public List<Violation> validate() {
        return schema.check(record);
    }

    @Benchmark
    public Release release() {
        return contract.release(call, reply);
    }

    private static <T> void with(State.Loading loading, Fixture<T> fixture, Fixtures fixtures) {
        loading.with(fixture.key(), fixtures.records(fixture));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = StageBenchmark.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
