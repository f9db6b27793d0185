package dev.understudy.contract.xml;

import dev.understudy.contract.text.Gap;
import dev.understudy.openapi.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what xml objects ask for that no XML can be, or that is not supported. */
record XmlGaps(List<Gap> found) {
    private static final Set<String> NODES = Set.of("element", "attribute", "text", "cdata", "none");

    /**
     * Of an element or an attribute without a prefix, as far as documents have them (Namespaces in XML 1.0, section 3).
     */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.·-]*+");

    static List<Gap> of(Part schema) {
        var gaps = new XmlGaps(new ArrayList<>());
        gaps.look(schema, new HashSet<>());
        return gaps.found();
    }

    private void look(Part schema, Set<String> seen) {
        Part here = schema.resolved();
        if (!here.value().isObject() || !seen.add(here.pointer())) {
            return;
        }
        Part xml = here.at("xml");
        String type = here.at("type").text();
        String node = xml.at("nodeType").text("element");
        if ((xml.at("attribute").isTrue() || node.equals("attribute")) && type.matches("object|array")) {
            add(xml, "an " + type + " cannot be an attribute of XML", "make it an element");
        } else if (!NODES.contains(node) || node.equals("none") && !type.equals("array")) {
            add(xml, "the node type \"" + node + "\" of XML is not supported here", "make it an element");
        }
        for (Part property : here.at("properties").children()) {
            look(property, seen);
            String name =
                    XmlName.xml(property).map(each -> each.at("name").text("")).orElse("");
            String written = name.isEmpty() ? property.key() : name;
            if (!NAME.matcher(written).matches()) {
                add(
                        property,
                        "\"" + written + "\" cannot be the name of an element of XML",
                        "give it another xml.name");
            }
        }
        for (String key : List.of("items", "additionalProperties")) {
            look(here.at(key), seen);
        }
        for (String key : List.of("allOf", "anyOf", "oneOf")) {
            here.at(key).children().forEach(part -> look(part, seen));
        }
    }

    private void add(Part part, String message, String repair) {
        found.add(new Gap(part, "xml", message, repair));
    }
}
