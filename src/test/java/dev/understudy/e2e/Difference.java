package dev.understudy.e2e;

/** Where the judge and we see a request differently, each with its reason. About answers we never differ. */
enum Difference {
    // What the judge lets pass and we refuse.

    /** It reads JSON with the usual leniency: of two equal keys the last one counts. */
    DUPLICATE_KEYS,
    /** It reads the first value of a body and not what follows it. */
    TRAILING_TOKENS,
    /** No schema can say it: the value must be one that the fixtures have. */
    WHAT_THE_FIXTURES_HAVE,
    /** It ignores query keys that the contract does not have. So do we, but for what was meant for one (C-14, C-24). */
    OTHER_SPELLINGS_OF_A_NAME,
    /** It looks at texts after they were decoded. */
    ENCODING,
    /** It knows no limit to a body. */
    SIZE,
    /** It does not look at Content-Encoding. */
    CONTENT_ENCODING,
    /** It checks that a bearer token is announced, not that there is one. */
    EMPTY_TOKEN,

    // What we let pass and the judge forbids.

    /** OpenAPI has no words for a comma list that may also be repeated; {@code x-comma-list} has (C-13). */
    REPEATED_COMMA_LIST,
    /** It wants {@code Bearer} as it is written here; schemes are case-insensitive (RFC 9110 section 11.1). */
    CASE_OF_SCHEMES
}
