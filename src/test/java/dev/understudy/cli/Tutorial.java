package dev.understudy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The blocks of a guide that are commands, each with the block right below it, which is what the commands print. */
record Tutorial(List<Step> steps) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)$\n(.*?)^```$\n?");

    /**
     * Some commands, and what the last of them prints.
     *
     * @param commands one a line, but for a document that one of them reads
     * @param output empty if none is shown
     */
    record Step(String commands, String output) {}

    static Tutorial of(Path guide) throws IOException {
        List<MatchResult> blocks =
                BLOCK.matcher(Files.readString(guide)).results().toList();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < blocks.size(); i++) {
            MatchResult block = blocks.get(i);
            if (block.group(1).equals("sh")) {
                MatchResult next = i + 1 < blocks.size() ? blocks.get(i + 1) : block;
                boolean shown = next.start() == block.end() && !next.group(1).equals("sh");
                steps.add(new Step(block.group(2), shown ? next.group(2) : ""));
            }
        }
        return new Tutorial(List.copyOf(steps));
    }
}
