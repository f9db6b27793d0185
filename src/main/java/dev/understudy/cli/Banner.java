package dev.understudy.cli;

import dev.understudy.api.text.Authority;
import dev.understudy.cli.options.Version;
import dev.understudy.cli.report.IgnoredFiles;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.Route;
import dev.understudy.http.Encryption;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import dev.understudy.load.FolderUse;
import dev.understudy.load.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that a server prints when it has started: its APIs, their fixtures, and a request to try.
 *
 * @param hosts the addresses that it listens on
 * @param base its URL on this machine
 * @param tokenIsMade whether the token of the control API was generated
 */
record Banner(Settings settings, List<String> hosts, URI base, Snapshot snapshot, boolean tokenIsMade) {
    String text() {
        var lines = new ArrayList<String>();
        lines.add(firstLine());
        lines.add("");
        lines.addAll(Table.of(apis()));
        snapshot.contracts().stream()
                .filter(Contract::isBrought)
                .map(contract -> new ContractSummary(contract, base).lines())
                .forEach(lines::addAll);
        List<String> fixtures = fixtures();
        if (!fixtures.isEmpty()) {
            lines.add("");
            lines.add("Fixtures");
            lines.addAll(fixtures);
        }
        int rules = snapshot.rules().shared().size();
        if (rules > 0) {
            lines.add("");
            lines.add("Rules of files in every session: " + rules);
        }
        lines.add("");
        lines.add("Try  " + curl());
        if (settings.console()) {
            lines.add("See it in a browser at " + base + "/-/");
        }
        lines.add("Contracts are at " + base + "/-/contracts; Ctrl-C stops.");
        if (tokenIsMade && !hosts.stream().allMatch(Banner::isThisMachine)) {
            lines.add("Sessions are at " + base + "/-/sessions; from other machines with -H 'Authorization: Bearer "
                    + settings.controlToken().get() + "'");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static boolean isThisMachine(String host) {
        return Authority.isThisMachine(Authority.host(host));
    }

    String firstLine() {
        return Version.text() + addresses() + " at " + base;
    }

    /** The host of --host, if it stands for other addresses, and these addresses. */
    private String addresses() {
        return hosts.equals(List.of(settings.host()))
                ? ""
                : " on " + settings.host() + " (" + String.join(" and ", hosts) + ")";
    }

    private List<List<String>> apis() {
        var rows = new ArrayList<List<String>>();
        for (Contract contract : snapshot.contracts()) {
            if (contract.isBrought()) {
                continue;
            }
            String title = contract.title();
            for (Route route : contract.routes()) {
                for (String method : route.methods()) {
                    rows.add(List.of(title, method, base + route.toString()));
                    title = "";
                }
            }
        }
        return rows;
    }

    private List<String> fixtures() {
        var lines = new ArrayList<String>(Table.of(collections()));
        lines.addAll(emptyFolders());
        lines.addAll(passedOver());
        return lines;
    }

    private List<List<String>> collections() {
        var rows = new ArrayList<List<String>>();
        for (Origin origin : snapshot.origins()) {
            String size = origin.records() == 1 ? "1 record" : origin.records() + " records";
            rows.add(List.of(origin.collection(), size, origin.text()));
        }
        return rows;
    }

    /** An empty folder is probably a volume that was not mounted. */
    private List<String> emptyFolders() {
        return snapshot.folders().stream()
                .filter(FolderUse::empty)
                .map(folder -> "  " + folder.folder() + " is empty")
                .toList();
    }

    private List<String> passedOver() {
        return snapshot.folders().stream()
                .flatMap(folder -> IgnoredFiles.text(folder).stream())
                .map(line -> "  " + line)
                .toList();
    }

    private String curl() {
        String curl = settings.access().encryption() instanceof Encryption.SelfSigned ? "curl -sk " : "curl -s ";
        String bearer = settings.auth() ? "-H 'Authorization: Bearer demo' " : "";
        return snapshot.contracts().stream()
                .flatMap(contract -> contract.routes().stream())
                .filter(Banner::canBeTried)
                .map(Route::toString)
                .filter(path -> !path.contains("{"))
                .findFirst()
                .map(path -> curl + bearer + "'" + base + path + "'")
                .orElse(curl + "'" + base + "/-/contracts'");
    }

    private static boolean canBeTried(Route route) {
        Operation get = route.operations().get("GET");
        return get != null && get.unkept().isEmpty() && get.needsNothing();
    }
}
