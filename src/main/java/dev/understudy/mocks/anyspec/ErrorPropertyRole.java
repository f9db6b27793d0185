package dev.understudy.mocks.anyspec;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The purpose of a property in an error body, judged by its name. */
enum ErrorPropertyRole {
    /** A sentence for people. */
    SENTENCE,
    /** The reason phrase of the status. */
    TITLE,
    /** A number or a word for programs. */
    CODE,
    /** The number of the status. */
    STATUS,
    /** The type of a problem, a URI. */
    TYPE,
    /** Whether the call succeeded. */
    SUCCESS,
    /** Whether the call failed. */
    FAILURE,
    /** A list with one entry for each violation. */
    LIST,
    /** An object that contains the error. */
    INSIDE,
    /** The name of the wrong argument or property. */
    FIELD,
    /** The place of the wrong property as a JSON pointer. */
    POINTER,
    /** The part of the request that is wrong. */
    PLACE,
    /** The value that is wrong. */
    GOT,
    /** What to do about it. */
    ADVICE,
    /** Anything else. */
    NONE;

    private static final Map<ErrorPropertyRole, Set<String>> OF_A_TEXT = Map.of(
            SENTENCE,
            words(
                    "message msg detail details description errordescription errormessage errormsg errmsg error errors reason"
                            + " developermessage usermessage text cause faultstring explanation info issue problem"
                            + " exceptionmessage statusmessage localizedmessage debugmessage internalmessage"),
            TITLE,
            words("title statustext statusdescription reasonphrase summary"),
            CODE,
            words("code errorcode errcode errno errorname faultcode errortype"),
            STATUS,
            words("status statuscode httpstatus httpstatuscode httpcode"),
            TYPE,
            words("type"),
            ADVICE,
            words(
                    "suggestedaction suggestion suggestions advice resolution remedy action hint recommendation solution"));

    private static final Map<ErrorPropertyRole, Set<String>> OF_A_VIOLATION = Map.of(
            FIELD,
            words("field name param parameter property propertyname attribute key fieldname target path"
                    + " propertypath source"),
            POINTER,
            words("pointer jsonpointer"),
            PLACE,
            words("in location place"),
            GOT,
            words("got value rejectedvalue invalidvalue badvalue actual"),
            CODE,
            words("code type rule keyword constraint errorcode errortype"));

    private static final Set<String> LISTS = words(
            "errors error violations details detail issues invalidparams"
                    + " fielderrors nonfielderrors validationerrors fields problems messages causes errormessages reasons errorlist errordetails");
    private static final Set<String> WRAPPERS = words("error errors err fault exception problem source");

    /**
     * The role of a property.
     *
     * @param one whether it is in a part about a single violation
     */
    static ErrorPropertyRole of(String name, MergedSchema shape, boolean one) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (shape.is("boolean")) {
            return plain.matches("(is)?(success|successful|ok|valid)")
                    ? SUCCESS
                    : plain.matches("(is|has)?(error|errors|failed|failure)") ? FAILURE : NONE;
        } else if (shape.is("array")) {
            return LISTS.contains(plain) ? LIST : one && plain.matches("loc|path") ? FIELD : NONE;
        } else if (shape.is("object")) {
            boolean map = shape.properties.isEmpty() && shape.others().isPresent();
            return map && LISTS.contains(plain) ? LIST : WRAPPERS.contains(plain) ? INSIDE : NONE;
        }
        if (one) {
            for (Map.Entry<ErrorPropertyRole, Set<String>> role : OF_A_VIOLATION.entrySet()) {
                if (role.getValue().contains(plain)) {
                    return role.getKey();
                }
            }
        }
        return OF_A_TEXT.entrySet().stream()
                .filter(role -> role.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(NONE);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
