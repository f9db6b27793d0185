package dev.understudy.mocks.anyspec.roles.parameters;

/** What a field around a list, or a header, says about the list. */
public enum FieldUse {
    TOTAL("how many records there are"),
    PAGES("how many pages there are"),
    PAGE("number of this page"),
    LIMIT("records a page"),
    OFFSET("records before this page"),
    COUNT("records on this page"),
    FIRST_RECORD("number of the first record on this page"),
    LAST_RECORD("number of the last record on this page"),
    HAS_NEXT("whether there is a next page"),
    HAS_PREVIOUS("whether there is a previous page"),
    IS_LAST("whether this is the last page"),
    IS_FIRST("whether this is the first page"),
    IS_EMPTY("whether this page has no records"),
    NEXT_URL("address of the next page"),
    NEXT_PAGE("number of the next page"),
    NEXT_OFFSET("records before the next page"),
    NEXT_TOKEN("token of the next page"),
    PREVIOUS_URL("address of the previous page"),
    PREVIOUS_PAGE("number of the previous page"),
    PREVIOUS_OFFSET("records before the previous page"),
    PREVIOUS_TOKEN("token of the previous page"),
    FIRST_URL("address of the first page"),
    LAST_URL("address of the last page"),
    SELF_URL("address of this page"),
    RANGE("which records these are, and how many there are (RFC 9110, section 14.4)"),
    LINKS("addresses of other pages (RFC 8288)");

    private final String text;

    FieldUse(String text) {
        this.text = text;
    }

    /** A description for people. */
    public String text() {
        return text;
    }
}
