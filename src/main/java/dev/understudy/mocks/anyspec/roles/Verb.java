package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the states that a verb such as {@code cancel} leads to: {@code canceled}, {@code cancelled}. */
final class Verb {
    private static final Map<String, List<String>> IRREGULAR = Map.ofEntries(
            Map.entry("pay", Name.listed("paid")),
            Map.entry("send", Name.listed("sent")),
            Map.entry("activate", Name.listed("active")),
            Map.entry("deactivate", Name.listed("inactive")),
            Map.entry("enable", Name.listed("active")),
            Map.entry("disable", Name.listed("inactive")),
            Map.entry("start", Name.listed("running inprogress")),
            Map.entry("resume", Name.listed("active running")),
            Map.entry("reopen", Name.listed("open")),
            Map.entry("hold", Name.listed("held onhold")),
            Map.entry("withdraw", Name.listed("withdrawn")),
            Map.entry("complete", Name.listed("done finished")),
            Map.entry("finish", Name.listed("done completed")));

    private Verb() {}

    /** Plain words for the state after the action, the most likely first. */
    static Set<String> done(String plain) {
        String word = plain.replaceFirst("^(mark|set|make)(as)?(?=.{3})", "");
        var done = new LinkedHashSet<String>();
        done.add(word);
        done.add(word + "d");
        done.add(word + "ed");
        if (!word.isEmpty()) {
            done.add(word + word.charAt(word.length() - 1) + "ed");
        }
        if (word.endsWith("y")) {
            done.add(word.substring(0, word.length() - 1) + "ied");
        }
        done.addAll(IRREGULAR.getOrDefault(word, List.of()));
        return done;
    }

    /** Plain words for the state that the action ends: for {@code unlock}, {@code locked}. */
    static Set<String> undone(String plain) {
        var undone = new LinkedHashSet<String>();
        for (String prefix : List.of("un", "dis", "de")) {
            if (plain.startsWith(prefix) && plain.length() > prefix.length() + 2) {
                undone.addAll(done(plain.substring(prefix.length())));
            }
        }
        if (plain.equals("disable")) {
            undone.addAll(done("enable"));
        }
        return undone;
    }
}
