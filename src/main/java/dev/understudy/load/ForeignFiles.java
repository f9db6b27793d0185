package dev.understudy.load;

import dev.understudy.api.Fault;
import java.util.List;

/**
 * What lies among fixtures and is none.
 *
 * @param faults what may have been meant as one, and what cannot be read
 * @param passedOver the names of what nobody means as one, as {@link LeftoverFiles} are; below the folder, with slashes
 */
record ForeignFiles(List<Fault> faults, List<String> passedOver) {
    static final ForeignFiles NONE = new ForeignFiles(List.of(), List.of());
}
