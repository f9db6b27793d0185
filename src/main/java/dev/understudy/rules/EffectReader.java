package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Effect;
import dev.understudy.api.Effect.Point;
import dev.understudy.api.Expected;
import dev.understudy.rules.RuleEffect.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the effects of a rule on the wire, as specs/control.yaml defines them ({@code RuleEffect}). */
final class EffectReader {
    private final Faults faults;

    EffectReader(Faults faults) {
        this.faults = faults;
    }

    /** The effect in this value, without any parts that have faults. */
    RuleEffect read(JsonNode value, String at) {
        if (value.isMissingNode()) {
            return RuleEffect.NONE;
        }
        var parts = new ArrayList<Part>();
        if (value.has("delay")) {
            time(value.path("delay"), at + "/delay")
                    .ifPresent(time -> parts.add(random -> new Effect.Delay(time.drawn(random))));
        }
        if (value.has("dribble")) {
            fixed(parts, new Effect.Dribble(value.path("dribble").longValue()));
        }
        JsonNode stall = value.path("stall");
        if (stall.isObject()) {
            span(stall.path("time"), at + "/stall/time")
                    .ifPresent(time -> fixed(parts, new Effect.Stall(point(stall), time)));
        }
        if (value.has("cut")) {
            fixed(parts, new Effect.Cut(point(value.path("cut"))));
        }
        if (value.path("reset").asBoolean()) {
            fixed(parts, new Effect.Reset(Point.BEFORE_HEAD));
        }
        if (value.has("truncate")) {
            fixed(parts, new Effect.Truncate(value.path("truncate").longValue()));
        }
        if (value.path("garble").asBoolean()) {
            parts.add(random -> new Effect.Garble(random.nextLong()));
        }
        if (value.has("contentLength")) {
            fixed(parts, new Effect.ContentLength(value.path("contentLength").longValue()));
        }
        together(value, at, parts);
        return new RuleEffect(parts, value.path("when").asText().equals("before"));
    }

    private void together(JsonNode value, String at, List<Part> parts) {
        boolean reset = value.path("reset").asBoolean();
        if (reset && value.has("cut")) {
            faults.add(at + "/reset", "effect", Expected.be("left out beside cut"), value.path("reset"), null);
        }
        boolean lost = reset || value.has("cut") || value.has("truncate");
        if (value.path("when").asText().equals("before") && !lost && !value.has("delay")) {
            Expected expected = Expected.be("after: the answer is neither lost nor delayed");
            String remedy = "before goes with delay, cut, reset or truncate";
            faults.add(at + "/when", "effect", expected, value.path("when"), remedy);
        }
        if (parts.isEmpty() && !faults.any()) {
            faults.add(at, "effect", Expected.to("have an effect"), value, "leave effect out where nothing happens");
        }
    }

    private static void fixed(List<Part> parts, Effect effect) {
        parts.add(random -> effect);
    }

    private static Point point(JsonNode value) {
        return value.has("after") ? Point.behind(value.path("after").longValue()) : Point.BEFORE_HEAD;
    }

    private Optional<TimeDistribution> time(JsonNode value, String at) {
        if (value.isTextual()) {
            return span(value, at).map(TimeDistribution.Fixed::new);
        }
        JsonNode uniform = value.path("uniform");
        JsonNode logNormal = value.path("logNormal");
        if (value.size() == 1 && uniform.isArray() && uniform.size() == 2) {
            Optional<Duration> shortest = span(uniform.path(0), at + "/uniform/0");
            Optional<Duration> longest = span(uniform.path(1), at + "/uniform/1");
            if (shortest.isEmpty() || longest.isEmpty()) {
                return Optional.empty();
            } else if (shortest.get().compareTo(longest.get()) <= 0) {
                return Optional.of(new TimeDistribution.Uniform(shortest.get(), longest.get()));
            }
            Expected expected = Expected.be("the shortest time and then the longest");
            faults.add(at + "/uniform", "time", expected, uniform, "turn them around");
            return Optional.empty();
        } else if (value.size() == 1 && logNormal.isObject()) {
            return logNormal(logNormal, at + "/logNormal");
        }
        Expected expected =
                Expected.be("a time such as 300ms, {uniform: [100ms, 1s]} or {logNormal: {median: 200ms, sigma: 0.5}}");
        faults.add(at, "time", expected, value, null);
        return Optional.empty();
    }

    private Optional<TimeDistribution> logNormal(JsonNode value, String at) {
        double sigma = value.path("sigma").asDouble();
        Optional<Duration> median = span(value.path("median"), at + "/median");
        if (!value.path("sigma").isNumber() || !(sigma > 0 && sigma <= 3)) {
            Expected expected = Expected.be("a number above 0 and at most 3, such as 0.5");
            faults.add(at + "/sigma", "time", expected, value.path("sigma"), null);
            return Optional.empty();
        }
        return median.map(time -> new TimeDistribution.LogNormal(time, sigma));
    }

    private Optional<Duration> span(JsonNode value, String at) {
        Optional<Duration> span = value.isTextual() ? TimeSpan.read(value.textValue()) : Optional.empty();
        if (span.isEmpty()) {
            faults.add(at, "time", Expected.be("a time such as 500ms, 10s or 2m"), value, null);
        } else if (span.get().compareTo(TimeDistribution.LONGEST) > 0) {
            faults.add(at, "time", Expected.be("at most 10m"), value, null);
            return Optional.empty();
        }
        return span;
    }
}
