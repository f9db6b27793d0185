package dev.understudy.contract.xml;

import dev.understudy.contract.style.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of the properties of an object. */
final class XmlNames {
    private XmlNames() {}

    /**
     * By property. A schema that is referred to may give its name to several of them: those that have none of their own
     * are then called as the properties are.
     */
    static Map<String, XmlName> of(Shape object) {
        var names = new LinkedHashMap<String, XmlName>();
        var count = new HashMap<String, Integer>();
        for (String key : object.properties()) {
            XmlName name = XmlName.of(object.property(key), key);
            names.put(key, name);
            count.merge(name.written(), 1, Integer::sum);
        }
        names.replaceAll((key, name) ->
                count.getOrDefault(name.written(), 1) > 1 && !isOwn(object.property(key)) ? name.called(key) : name);
        return names;
    }

    private static boolean isOwn(Shape property) {
        return property.schemas().stream().anyMatch(schema -> schema.has("xml"));
    }
}
