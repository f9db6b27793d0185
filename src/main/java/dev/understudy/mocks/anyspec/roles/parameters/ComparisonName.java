package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter name that states a comparison, such as {@code created_after}, {@code min_price} and {@code price[gte]},
 * split into its two parts in plain form.
 *
 * @param rest the name of what is compared; empty if there is none
 */
record ComparisonName(String rest, Comparison comparison) {
    private static final List<Word> WORDS = List.of(
            Word.of(
                    Comparison.AT_LEAST,
                    "gte gteq greaterthanorequal greaterorequal minimum min from since start starting ge"),
            Word.of(
                    Comparison.AT_MOST,
                    "lte lteq lessthanorequal lessorequal maximum max until till to end ending upto le"),
            Word.of(Comparison.GREATER, "greaterthan after gt newerthan later above over"),
            Word.of(Comparison.LESS, "lessthan before lt olderthan earlier below under"),
            Word.of(Comparison.DIFFERENT, "notequal not ne neq nin notin exclude excluding excluded except"),
            Word.of(Comparison.CONTAINS, "contains icontains cont icont like ilike search includes partial query"),
            Word.of(Comparison.BEGINS, "startswith istartswith prefix beginswith starts"),
            Word.of(Comparison.ENDS, "endswith iendswith suffix"),
            Word.of(Comparison.PRESENT, "exists isset isnotnull present"),
            Word.of(Comparison.EQUAL, "eq equals equal exact iexact in anyof oneof is any"));

    /** Words for a comparison; longer ones come first, as they may end with shorter ones. */
    private record Word(Comparison comparison, List<String> names) {
        static Word of(Comparison comparison, String names) {
            return new Word(comparison, Name.listed(names));
        }
    }

    /** All ways to split a plain name, longer words first; the word may be at the start or at the end. */
    static List<ComparisonName> of(String plain) {
        var ways = new ArrayList<ComparisonName>();
        for (Word word : WORDS) {
            for (String name : word.names()) {
                if (plain.endsWith(name)) {
                    ways.add(new ComparisonName(plain.substring(0, plain.length() - name.length()), word.comparison()));
                }
                if (plain.startsWith(name) && !plain.equals(name)) {
                    ways.add(new ComparisonName(plain.substring(name.length()), word.comparison()));
                }
            }
        }
        ways.sort((a, b) -> a.rest().length() - b.rest().length());
        return ways;
    }
}
