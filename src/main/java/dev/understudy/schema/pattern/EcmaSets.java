package dev.understudy.schema.pattern;

import java.util.Map;

/** Sets of characters as ECMA-262 has them, as ranges that Java reads between brackets. */
public final class EcmaSets {
    static final String ALL = "\\x{0}-\\x{10ffff}";
    static final String WORD = "0-9A-Z_a-z";

    private static final String SPACE =
            "\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";

    /** The complements are written out, as Java reads brackets inside brackets in ways of its own. */
    private static final Map<Integer, String> SETS = Map.of(
            (int) 'd',
            "0-9",
            (int) 'D',
            "\\x{0}-\\x{2f}\\x{3a}-\\x{10ffff}",
            (int) 'w',
            WORD,
            (int) 'W',
            "\\x{0}-\\x{2f}\\x{3a}-\\x{40}\\x{5b}-\\x{5e}\\x{60}\\x{7b}-\\x{10ffff}",
            (int) 's',
            SPACE,
            (int) 'S',
            "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
                    + "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}"
                    + "\\x{ff00}-\\x{10ffff}");

    /** The long names of general categories, which Java does not know. */
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("Letter", "L"),
            Map.entry("Cased_Letter", "LC"),
            Map.entry("Uppercase_Letter", "Lu"),
            Map.entry("Lowercase_Letter", "Ll"),
            Map.entry("Titlecase_Letter", "Lt"),
            Map.entry("Modifier_Letter", "Lm"),
            Map.entry("Other_Letter", "Lo"),
            Map.entry("Mark", "M"),
            Map.entry("Combining_Mark", "M"),
            Map.entry("Nonspacing_Mark", "Mn"),
            Map.entry("Spacing_Mark", "Mc"),
            Map.entry("Enclosing_Mark", "Me"),
            Map.entry("Number", "N"),
            Map.entry("Decimal_Number", "Nd"),
            Map.entry("digit", "Nd"),
            Map.entry("Letter_Number", "Nl"),
            Map.entry("Other_Number", "No"),
            Map.entry("Punctuation", "P"),
            Map.entry("punct", "P"),
            Map.entry("Connector_Punctuation", "Pc"),
            Map.entry("Dash_Punctuation", "Pd"),
            Map.entry("Open_Punctuation", "Ps"),
            Map.entry("Close_Punctuation", "Pe"),
            Map.entry("Initial_Punctuation", "Pi"),
            Map.entry("Final_Punctuation", "Pf"),
            Map.entry("Other_Punctuation", "Po"),
            Map.entry("Symbol", "S"),
            Map.entry("Math_Symbol", "Sm"),
            Map.entry("Currency_Symbol", "Sc"),
            Map.entry("Modifier_Symbol", "Sk"),
            Map.entry("Other_Symbol", "So"),
            Map.entry("Separator", "Z"),
            Map.entry("Space_Separator", "Zs"),
            Map.entry("Line_Separator", "Zl"),
            Map.entry("Paragraph_Separator", "Zp"),
            Map.entry("Other", "C"),
            Map.entry("Control", "Cc"),
            Map.entry("cntrl", "Cc"),
            Map.entry("Format", "Cf"),
            Map.entry("Surrogate", "Cs"),
            Map.entry("Private_Use", "Co"),
            Map.entry("Unassigned", "Cn"));

    /** The other properties that both know, by their long and short names. */
    private static final Map<String, String> BINARY = Map.ofEntries(
            Map.entry("ASCII", "ASCII"),
            Map.entry("Assigned", "IsAssigned"),
            Map.entry("Alphabetic", "IsAlphabetic"),
            Map.entry("Alpha", "IsAlphabetic"),
            Map.entry("Lowercase", "IsLowercase"),
            Map.entry("Lower", "IsLowercase"),
            Map.entry("Uppercase", "IsUppercase"),
            Map.entry("Upper", "IsUppercase"),
            Map.entry("White_Space", "IsWhite_Space"),
            Map.entry("space", "IsWhite_Space"),
            Map.entry("Ideographic", "IsIdeographic"),
            Map.entry("Ideo", "IsIdeographic"),
            Map.entry("Hex_Digit", "IsHex_Digit"),
            Map.entry("Hex", "IsHex_Digit"),
            Map.entry("ASCII_Hex_Digit", "XDigit"),
            Map.entry("AHex", "XDigit"),
            Map.entry("Join_Control", "IsJoin_Control"),
            Map.entry("Join_C", "IsJoin_Control"),
            Map.entry("Noncharacter_Code_Point", "IsNoncharacter_Code_Point"),
            Map.entry("NChar", "IsNoncharacter_Code_Point"));

    private EcmaSets() {}

    /** Whether a backslash before it makes it a set. */
    public static boolean isSet(int c) {
        return SETS.containsKey(c) || c == 'p' || c == 'P';
    }

    /** The set that begins with this character behind a backslash. */
    public static String set(int c, EcmaReader in) {
        String set = SETS.get(c);
        return set == null ? "\\" + Character.toString(c) + "{" + property(in) + "}" : set;
    }

    private static String property(EcmaReader in) {
        String[] sides = in.take("{") ? in.until('}').split("=", -1) : new String[0];
        if (sides.length == 1 && BINARY.containsKey(sides[0])) {
            return BINARY.get(sides[0]);
        } else if (sides.length == 1 || sides.length == 2 && sides[0].matches("General_Category|gc")) {
            String category = CATEGORIES.getOrDefault(sides[sides.length - 1], sides[sides.length - 1]);
            if (CATEGORIES.containsValue(category)) {
                return category;
            }
        } else if (sides.length == 2 && sides[0].matches("Script|sc")) {
            return "sc=" + sides[1];
        }
        throw in.fault("Unknown property of characters");
    }

    /** All between two brackets, of which the second is read. */
    public static String members(EcmaReader in) {
        var members = new StringBuilder();
        while (!in.take("]")) {
            int first = member(in, members);
            if (first >= 0 && in.startsWith("-") && !in.startsWith("-]")) {
                in.take("-");
                var set = new StringBuilder();
                int last = member(in, set);
                // No set is the end of a range: the hyphen means itself.
                members.append(last < 0 ? hex('-') : "-").append(last < 0 ? set : hex(last));
            }
        }
        return members.toString();
    }

    /** Appends what is next, and returns it; -1 if it is a set. */
    private static int member(EcmaReader in, StringBuilder members) {
        int c = in.next();
        if (c == '\\') {
            c = in.next();
            if (isSet(c)) {
                members.append(set(c, in));
                return -1;
            }
            c = c == 'b' ? '\b' : in.escaped(c);
        }
        members.append(hex(c));
        return c;
    }

    /** The character outside of brackets. */
    static String literal(int c) {
        boolean plain = c >= 0x80 || Character.isLetterOrDigit(c) || Character.isWhitespace(c);
        return plain ? Character.toString(c) : "\\" + Character.toString(c);
    }

    public static String hex(int c) {
        return "\\x{" + Integer.toHexString(c) + "}";
    }
}
