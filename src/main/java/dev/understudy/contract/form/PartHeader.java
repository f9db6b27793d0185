package dev.understudy.contract.form;

import dev.understudy.api.Violation;
import java.util.List;
import java.util.function.Function;

/**
 * A header field that the parts of a field have.
 *
 * @param flaws what values of it break; none at all stand for a field that is not there
 */
public record PartHeader(String name, Function<List<String>, List<Violation>> flaws) {}
