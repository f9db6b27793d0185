package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Exante's three organizations: the caller is a member of all, and most work is in the first. */
final class Organizations {
    private final List<String> uids;

    Organizations(long seed) {
        this.uids = IntStream.range(0, 3)
                .mapToObj(i -> new SeededRandom(seed, "organization", i).uuid())
                .toList();
    }

    /** Where a work task belongs. */
    String any(SeededRandom chance) {
        int share = chance.below(100);
        return uids.get(share < 80 ? 0 : share < 95 ? 1 : 2);
    }

    JsonNode caller() {
        ObjectNode caller = Records.NODES.objectNode().put("default_organization_uid", uids.get(0));
        ArrayNode all = caller.putArray("organization_uids");
        uids.forEach(all::add);
        return caller;
    }
}
