package dev.understudy.contract.style;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.text.Percent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client most likely meant by a list or an object in whatever spelling.
 *
 * @param items of a list, encoded; empty if it is an object
 * @param members of an object, encoded
 */
public record LikelyMeaning(List<String> items, Map<String, String> members) {
    /** What separates items, the surer first. */
    private static final List<Pattern> SEPARATORS = List.of(
            Pattern.compile("%2[Cc]|,"),
            Pattern.compile("%7[Cc]|\\|"),
            Pattern.compile("%20|\\+"),
            Pattern.compile("%3[Bb]|;"),
            Pattern.compile("\\."));

    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)]|\\.([^.\\[]+)");

    public static LikelyMeaning list(List<String> items) {
        return new LikelyMeaning(items, Map.of());
    }

    public static LikelyMeaning object(Map<String, String> members) {
        return new LikelyMeaning(List.of(), members);
    }

    public boolean isObject() {
        return !members.isEmpty();
    }

    /** What occurrences of one name mean: JSON, or items and members between one of the usual separators. */
    public static LikelyMeaning ofTexts(String name, List<String> raws, boolean object) {
        if (raws.size() != 1) {
            return list(raws);
        }
        Optional<LikelyMeaning> json = Percent.decode(raws.get(0), true).flatMap(LikelyMeaning::json);
        return json.orElseGet(() -> ofText(name, raws.get(0), object));
    }

    private static Optional<LikelyMeaning> json(String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode value = Json.read(text.getBytes(UTF_8));
            var items = new ArrayList<String>();
            var members = new LinkedHashMap<String, String>();
            if (value.isArray()) {
                value.forEach(item -> items.add(encoded(item)));
            }
            value.properties().forEach(member -> members.put(member.getKey(), encoded(member.getValue())));
            return Optional.of(new LikelyMeaning(items, members));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    private static String encoded(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        return Percent.encode(text);
    }

    private static LikelyMeaning ofText(String name, String raw, boolean object) {
        String text = raw.replaceFirst("^[.;?]", "");
        List<String> pieces = List.of(text);
        for (Pattern separator : SEPARATORS) {
            if (separator.matcher(text).find()) {
                pieces = List.of(separator.split(text, -1));
                break;
            }
        }
        if (!object) {
            String own = name + "=";
            return list(pieces.stream()
                    .map(piece -> piece.startsWith(own) ? piece.substring(own.length()) : piece)
                    .toList());
        }
        return members(pieces).map(LikelyMeaning::object).orElseGet(() -> list(List.of(raw)));
    }

    private static Optional<Map<String, String>> members(List<String> pieces) {
        var members = new LinkedHashMap<String, String>();
        Pattern between = Pattern.compile("=|:|%3[AaDd]");
        if (pieces.stream().allMatch(piece -> between.matcher(piece).find())) {
            pieces.forEach(piece -> members.put(between.split(piece, 2)[0], between.split(piece, 2)[1]));
        } else if (pieces.size() % 2 == 0) {
            for (int i = 0; i < pieces.size(); i += 2) {
                members.put(pieces.get(i), pieces.get(i + 1));
            }
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(members);
    }

    /** What keys with something behind the name mean, such as {@code a[b]}, {@code a[0]} or {@code a.b}. */
    public static LikelyMeaning ofKeys(String name, Map<String, List<String>> raws) {
        var items = new ArrayList<String>();
        var members = new LinkedHashMap<String, String>();
        raws.forEach((key, values) -> {
            Matcher step = STEP.matcher(key.substring(name.length()));
            String inner = !step.find() ? "" : step.group(1) == null ? step.group(2) : step.group(1);
            if (inner.isEmpty() || inner.chars().allMatch(Character::isDigit)) {
                items.addAll(values);
            } else {
                members.put(inner, values.get(values.size() - 1));
            }
        });
        return members.isEmpty() ? list(items) : object(members);
    }

    /** The same with dots in the place of the values. */
    public LikelyMeaning elided() {
        var dotted = new LinkedHashMap<String, String>();
        members.keySet().stream().limit(2).forEach(key -> dotted.put(key, "…"));
        return new LikelyMeaning(items.stream().limit(2).map(item -> "…").toList(), dotted);
    }

    /** Items, or keys and values in turn. */
    List<String> flat() {
        var flat = new ArrayList<>(items);
        members.forEach((key, value) -> {
            flat.add(key);
            flat.add(value);
        });
        return flat;
    }

    List<String> pairs(String between) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + between + member.getValue())
                .toList();
    }

    List<String> bracketed(String name) {
        return members.entrySet().stream()
                .map(member -> name + "[" + member.getKey() + "]=" + member.getValue())
                .toList();
    }
}
