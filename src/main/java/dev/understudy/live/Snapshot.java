package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.api.MockApi;
import dev.understudy.callbacks.Callbacks;
import dev.understudy.callbacks.SendQueue;
import dev.understudy.callbacks.WebhookPages;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Routes;
import dev.understudy.control.OwnPages;
import dev.understudy.control.Readiness;
import dev.understudy.control.access.Guard;
import dev.understudy.control.console.Console;
import dev.understudy.control.metrics.Metrics;
import dev.understudy.control.metrics.Metrics.Cache;
import dev.understudy.fixture.State;
import dev.understudy.kept.KeptRecords;
import dev.understudy.load.FolderUse;
import dev.understudy.load.Origin;
import dev.understudy.load.OtherFiles;
import dev.understudy.openapi.source.Finding;
import dev.understudy.records.SessionRecords;
import dev.understudy.road.CachedAnswers;
import dev.understudy.road.CatchAll;
import dev.understudy.road.Compressed;
import dev.understudy.road.Conditional;
import dev.understudy.road.Cors;
import dev.understudy.road.Delayed;
import dev.understudy.road.Exchange;
import dev.understudy.road.Filter;
import dev.understudy.road.Origins;
import dev.understudy.road.Prefixed;
import dev.understudy.road.Road;
import dev.understudy.road.SessionErrors;
import dev.understudy.rules.RuleReader;
import dev.understudy.rules.Rulebook;
import dev.understudy.session.InitialStates;
import dev.understudy.session.SessionLimits;
import dev.understudy.session.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The contracts and fixtures at one moment, with the exchange that answers from them.
 *
 * @param exchange answers API calls
 * @param routes the paths of the APIs
 * @param rules the rules that change the answers to some calls
 * @param pages answers for the server's own pages
 * @param records the collections, and the records that sessions have
 * @param kept suppliers of the current size of each cache in bytes
 */
public record Snapshot(
        List<Contract> contracts,
        Exchange exchange,
        Routes routes,
        Rulebook rules,
        Exchange pages,
        List<Origin> origins,
        List<FolderUse> folders,
        Fingerprint files,
        SessionRecords records,
        Map<Cache, LongSupplier> kept)
        implements LoadResult {
    /** The maximum size of a cache in bytes: an eighth of the heap. */
    private static final long SHARE = Runtime.getRuntime().maxMemory() / 8;

    /**
     * In bytes: 32 MiB, or the value of {@code -Dunderstudy.kept=BYTES}, which the launcher sets to keep the process
     * small.
     */
    private static final long WANTED = Math.max(0, Long.getLong("understudy.kept", 32L << 20));

    /** The maximum size, in bytes, of the answers cached by request, and again of those cached by call. */
    private static final long KEPT = Math.min(WANTED, SHARE);

    /** The maximum size of the cached records in bytes. */
    private static final long KEPT_RECORDS = KEPT > SHARE / 4 ? SHARE : 4 * KEPT;

    public Snapshot {
        contracts = List.copyOf(contracts);
        origins = List.copyOf(origins);
        folders = List.copyOf(folders);
        kept = Map.copyOf(kept);
    }

    /** Reads everything, and finds all faults. */
    public static LoadResult load(List<Catalogue.Entry> catalogue, Settings settings) {
        var origins = new Origins(settings.corsOrigins());
        return load(
                catalogue,
                settings,
                new ContractCache(settings),
                origins,
                new Readiness(),
                new Metrics(),
                new SendQueue(),
                new Sessions(SessionLimits.DEFAULT));
    }

    /**
     * Reads everything, for use in a running server.
     *
     * @param known contracts that were read before; missing or changed ones are added to it
     * @param origins the origins whose pages may read the answers
     * @param queue sends callbacks
     * @param sessions all sessions
     */
    static LoadResult load(
            List<Catalogue.Entry> catalogue,
            Settings settings,
            ContractCache known,
            Origins origins,
            Readiness readiness,
            Metrics metrics,
            SendQueue queue,
            Sessions sessions) {
        Fingerprint before = known.look();
        var keptRecords = new KeptRecords(KEPT_RECORDS, metrics.use(Cache.RECORD));
        var own = new AnswerFolders(settings.fixtures());
        var contracts = Contracts.read(
                catalogue,
                entry ->
                        known.builtIn(entry, missing -> read(missing, settings)).keeping(keptRecords),
                known.brought(),
                settings.brought().strict(),
                settings.seeds(),
                settings.clock(),
                contract -> own.answering(changed(contract, settings)).keeping(keptRecords));
        Fingerprint files = before.with(known.look());
        // Without all contracts, fixtures of the missing ones would be reported as unknown files.
        if (!contracts.faults().isEmpty()) {
            return NotServed.of(contracts, files);
        }
        var records = new RecordFolders(contracts.brought().keySet(), settings.fixtures());
        var reader = new RuleReader(contracts.all(), new ByContract(contracts.brought()));
        RuleFiles.Read rules = RuleFiles.read(settings.fixtures(), reader);
        OtherFiles beside = own.beside().and(rules.files(), rules.faults());
        var fixtures = ContractFixtures.of(contracts.all(), records, settings.fixtures(), settings.clock(), beside);
        State loaded = contracts.state(fixtures, records);
        if (!fixtures.faults().isEmpty()) {
            return NotServed.of(contracts, fixtures, files);
        }
        InitialStates initialStates = fixtures.isDated()
                ? InitialStates.of(
                        loaded,
                        fixtures.now(),
                        new InitialStateReader(contracts, records, settings.fixtures(), beside, () -> known.look()
                                .equals(files))::read,
                        sessions::all)
                : InitialStates.all(loaded);
        Map<Contract, MockApi> apis = contracts.apis();
        boolean keeping = !settings.validateEveryByte();
        var book = new Rulebook(reader, rules.rules(), settings.clock());
        var road = new Road(apis, initialStates, book, keeping ? KEPT : 0, metrics.use(Cache.CALL));
        var answers = new CachedAnswers(keeping ? KEPT : 0, settings.strictness(), metrics.use(Cache.REQUEST));
        List<Filter> last = List.of(new Conditional(), new Compressed());
        var callbacks = new Callbacks(road.routes(), contracts.writer(), settings.callbacks(), queue);
        var filters = new ArrayList<Filter>(List.of(
                new CatchAll(),
                new Prefixed(),
                callbacks,
                answers,
                new Cors(origins, road.routes()),
                new SessionErrors()));
        filters.addAll(last);
        if (!keeping) {
            filters.remove(answers);
        }
        if (!settings.delay().isZero()) {
            filters.add(1, new Delayed(settings.delay()));
        }
        var pageFilters = new ArrayList<Filter>(List.of(new CatchAll(), new Cors(origins, new Routes(List.of()))));
        pageFilters.add(new WebhookPages(
                contracts.writer(), settings.callbacks(), queue, sessions, new Guard(settings.controlToken())));
        pageFilters.addAll(last);
        List<Contract> served = List.copyOf(apis.keySet());
        var operations = new OperationsPage(served, settings.seeds());
        var pages = new OwnPages(
                served,
                operations::body,
                readiness,
                metrics,
                // A reference to the constructor would load the class.
                () -> settings.console() ? Optional.of(new Console()) : Optional.empty());
        return new Snapshot(
                List.copyOf(apis.keySet()),
                Filter.all(filters, road),
                road.routes(),
                book,
                Filter.all(pageFilters, pages),
                fixtures.origins(),
                fixtures.folders(),
                files,
                new SessionRecords(
                        initialStates,
                        state -> contracts.holders(state, settings.seeds().changes()),
                        fixtures.origins(),
                        () -> ContractFixtures.of(
                                contracts.all(), records, settings.fixtures(), settings.clock(), OtherFiles.NONE)),
                Map.of(Cache.REQUEST, answers::bytes, Cache.CALL, road::bytes, Cache.RECORD, keptRecords::bytes));
    }

    /**
     * Checks everything without serving it: every record is validated by the reference implementation, since an error
     * in the fast check would otherwise go unnoticed here.
     */
    public static LoadResult check(List<Catalogue.Entry> catalogue, Settings settings) {
        var known = new ContractCache(settings);
        Fingerprint before = known.look();
        List<Path> folders = catalogue.isEmpty() ? AnswerFolders.filled(settings.fixtures()) : settings.fixtures();
        var own = new AnswerFolders(folders);
        var contracts = Contracts.read(
                catalogue,
                entry -> entry.read().reference(),
                known.brought(),
                false,
                Seeds.DEFAULT,
                settings.clock(),
                own::answering);
        Fingerprint files = before.with(known.look());
        if (!contracts.faults().isEmpty()) {
            return NotServed.of(contracts, files);
        }
        var records = new RecordFolders(contracts.brought().keySet(), folders);
        var reader = new RuleReader(contracts.all(), new ByContract(contracts.brought()));
        RuleFiles.Read rules = RuleFiles.read(folders, reader);
        OtherFiles beside = own.beside().and(rules.files(), rules.faults());
        var fixtures = ContractFixtures.toCheck(contracts.all(), records, folders, settings.clock(), beside);
        // Only APIs know the types that their records are bound to.
        contracts.state(fixtures, records);
        return NotServed.of(contracts.allFindings(), fixtures, files);
    }

    @Override
    public List<Finding> findings() {
        return contracts.stream()
                .flatMap(contract -> contract.findings().stream())
                .toList();
    }

    /** The number of the user's contracts, as the start of a sentence; empty if there are none. */
    String broughtOnes() {
        long brought = contracts.stream().filter(Contract::isBrought).count();
        return brought == 0 ? "" : CountedNoun.of((int) brought, "contract") + ", ";
    }

    @Override
    public List<Fault> faults() {
        return List.of();
    }

    private static Contract read(Catalogue.Entry entry, Settings settings) {
        Contract contract = settings.validateEveryByte() ? entry.read().reference() : entry.read();
        return settings.auth() ? contract : contract.withoutSecurity();
    }

    private static Contract changed(Contract contract, Settings settings) {
        Contract judged = settings.validateEveryByte() ? contract.reference() : contract;
        return settings.auth() ? judged : judged.withoutSecurity();
    }
}
