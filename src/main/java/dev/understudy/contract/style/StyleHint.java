package dev.understudy.contract.style;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.Violation.Spelt;
import dev.understudy.api.text.Percent;
import dev.understudy.api.text.Printable;
import dev.understudy.contract.text.Query;
import dev.understudy.contract.text.QueryKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says to a client that wrote a parameter in another style how the contract reads it.
 *
 * @param right whether what is written of it under its keys is read without a violation
 */
public record StyleHint(StyledKeys keys, Predicate<Map<String, List<String>>> right) {
    /** In characters. */
    private static final int LONGEST = 60;

    /** For keys that mean the parameter and do not write it. */
    public Violation ofKeys(List<String> sentKeys, Map<String, List<String>> values) {
        if (isTextOfObject(values.getOrDefault(keys.name(), List.of()))) {
            return ofTextOfObject();
        }
        var sent = new LinkedHashMap<String, List<String>>();
        sentKeys.forEach(key -> sent.put(key, values.getOrDefault(key, List.of())));
        String name = keys.name();
        String first = sentKeys.get(0);
        LikelyMeaning meant;
        if (first.equals(name)) {
            meant = LikelyMeaning.ofTexts(
                    name, sent.getOrDefault(name, List.of()), keys.shape().isObject());
        } else if (first.startsWith(name)) {
            meant = LikelyMeaning.ofKeys(name, sent);
        } else {
            var members = new LinkedHashMap<String, String>();
            sent.forEach((key, raws) -> members.put(key, raws.get(0)));
            meant = LikelyMeaning.object(members);
        }
        return violation(text(sent), meant, difference(first));
    }

    /** Whether an object is asked for and it is what JavaScript makes of any object in a text. */
    private boolean isTextOfObject(List<String> raws) {
        return keys.shape().isObject()
                && raws.size() == 1
                && Percent.decode(raws.get(0), true)
                        .filter("[object Object]"::equals)
                        .isPresent();
    }

    private Violation ofTextOfObject() {
        String member = keys.shape().properties().stream().findFirst().orElse("key");
        String shown = written(LikelyMeaning.object(Map.of(member, "…")));
        return violation(shown, "sent as [object Object], which JavaScript makes of an object in a text");
    }

    private String difference(String key) {
        String name = keys.name();
        if (key.equals(name)) {
            return "in one text";
        } else if (!key.startsWith(name)) {
            return "without \"" + name + "\"";
        }
        return key.charAt(name.length()) == '.' && !key.matches(".*\\.\\d+")
                ? "with a dot"
                : new QueryKey(key).difference(name);
    }

    /** For texts that are wrong as they came and right in the style of the parameter. */
    public Optional<Violation> ofTexts(List<String> raws) {
        if (isTextOfObject(raws)) {
            return Optional.of(ofTextOfObject());
        }
        String name = keys.name();
        LikelyMeaning meant = LikelyMeaning.ofTexts(name, raws, keys.shape().isObject());
        String written = written(meant);
        String sent = isNamed() ? text(Map.of(name, raws)) : raws.get(0);
        boolean meantSo = !written.equals(sent) && right.test(read(written));
        String got = raws.size() > 1 ? raws.size() + " times" : "in another style";
        return meantSo ? Optional.of(violation(sent, meant, got)) : Optional.empty();
    }

    private String written(LikelyMeaning meant) {
        return keys.style().write(keys.name(), meant, keys.explode());
    }

    private boolean isNamed() {
        return keys.place() == Place.QUERY || keys.place() == Place.COOKIE;
    }

    private Map<String, List<String>> read(String written) {
        return isNamed() ? Query.of(written.replace("; ", "&")).values() : Map.of(keys.name(), List.of(written));
    }

    private Violation violation(String sent, LikelyMeaning meant, String got) {
        var spelt = new Spelt(sent, written(meant));
        String shown = spelt.read().length() <= LONGEST ? spelt.read() : written(meant.elided());
        return violation(shown, "sent " + got).spelt(spelt.sent(), spelt.read());
    }

    private Violation violation(String shown, String got) {
        String style = keys.style().described(keys.explode());
        Expected expected = Expected.to("be sent as " + shown + " (" + style + ")");
        return new Violation(keys.place(), keys.name(), "", "style", expected, got);
    }

    private static String text(Map<String, List<String>> sent) {
        return sent.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(raw -> Printable.text(entry.getKey()) + "=" + raw))
                .collect(joining("&"));
    }
}
