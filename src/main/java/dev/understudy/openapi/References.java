package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.text.Percent;
import dev.understudy.openapi.source.ContractFiles.Unreadable;
import java.util.List;
import java.util.Optional;

/** Makes the references of a brought document local, and notes those that lead nowhere. */
final class References {
    private static final int MOST_HOPS = 50;

    private final Document document;
    private final Bundle bundle;
    private final SchemaNames names;

    References(Document document, Bundle bundle) {
        this.document = document;
        this.bundle = bundle;
        this.names = new SchemaNames(document, bundle);
    }

    /** Puts a local reference in the place of this one, and tells what it refers to; empty if that is nothing. */
    Optional<Part> localize(Part part, String kind) {
        Part reference = part.at("$ref");
        Optional<String> target = target(reference, reference.text(), kind);
        target.ifPresent(pointer -> {
            document.outline().references().put(part.pointer(), pointer);
            replace(part, "$ref", pointer);
        });
        return target.map(document::part);
    }

    /** The same for a {@code $dynamicRef}, where only one place can be meant. */
    Optional<Part> dynamic(Part part) {
        Part reference = part.at("$dynamicRef");
        Optional<String> target = names.dynamic(reference);
        if (target.isEmpty()) {
            reference.gap(
                    "dynamic-reference",
                    "\"" + reference.text() + "\" may mean several schemas, or none",
                    "use $ref to the one that is meant");
            return Optional.empty();
        }
        document.outline().references().put(part.pointer(), target.get());
        ((ObjectNode) part.value()).remove("$dynamicRef");
        replace(part, "$ref", target.get());
        return target.map(document::part);
    }

    /** The same for a value of a discriminator's mapping, which is a reference or the name of a schema. */
    Optional<Part> mapping(Part mapped) {
        String text = mapped.text();
        Part named = document.root().at("components").at("schemas").at(text);
        if (named.isPresent()) {
            return Optional.of(named);
        }
        if (text.matches("[A-Za-z0-9_-]+")) {
            List<String> known = document.root().at("components").at("schemas").children().stream()
                    .map(Part::key)
                    .toList();
            mapped.fault(
                    "discriminator-mapping",
                    "\"" + text + "\" is the name of no schema" + Nearest.hint(text, known),
                    "correct the mapping");
            return Optional.empty();
        }
        Optional<String> target = target(mapped, text, "schema");
        target.ifPresent(pointer -> {
            Part mapping = document.part(Pointers.parent(mapped.pointer()));
            document.outline().references().put(mapped.pointer(), pointer);
            replace(mapping, mapped.key(), pointer);
        });
        return target.map(document::part);
    }

    private static void replace(Part holder, String key, String pointer) {
        String reference = "#" + Fragments.encoded(pointer);
        JsonNode written = holder.value().path(key);
        boolean same = written.isTextual()
                && written.textValue().startsWith("#/")
                && Percent.decode(written.textValue().substring(1), false)
                        .filter(pointer::equals)
                        .isPresent();
        if (!same) {
            ((ObjectNode) holder.value()).set(key, TextNode.valueOf(reference));
        }
    }

    private Optional<String> target(Part reference, String text, String kind) {
        Optional<String> known = names.target(reference, text);
        if (known.isPresent()) {
            return known;
        }
        int hash = text.indexOf('#');
        String file = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        if (file.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*|//.*")) {
            reference.fault(
                    "reference-to-network",
                    "\"" + text + "\" leads onto a network, where nothing is read",
                    "save it below the contract root (--contract-root DIR), and refer to it there");
            return Optional.empty();
        }
        try {
            String mount = file.isEmpty()
                    ? Bundle.mount(reference.pointer())
                    : bundle.mount(Bundle.mount(reference.pointer()), Fragments.decoded(file));
            return inFile(reference, text, mount, fragment, kind);
        } catch (Unreadable e) {
            return bareName(reference, text, kind).or(() -> {
                reference.fault("broken-reference", e.message(), e.repair());
                return Optional.empty();
            });
        }
    }

    private Optional<String> inFile(Part reference, String text, String mount, String fragment, String kind) {
        Optional<String> target = fragment.isEmpty() || fragment.startsWith("/")
                ? followed(mount + Fragments.decoded(fragment))
                : names.anchor(mount, fragment);
        if (target.isEmpty()) {
            reference.fault(
                    "broken-reference",
                    "\"" + text + "\" does not exist" + near(mount, Fragments.decoded(fragment)),
                    "write the " + kind + " there, or correct the reference");
        }
        return target;
    }

    /** The pointer with what it crosses by reference resolved; empty if nothing is there. */
    private Optional<String> followed(String pointer) {
        JsonNode root = document.tree();
        if (!root.at(pointer).isMissingNode()) {
            return Optional.of(pointer);
        }
        String here = "";
        int hops = 0;
        for (String step : pointer.substring(1).split("/", -1)) {
            JsonNode value = root.at(here);
            while (value.path("$ref").isTextual() && !value.has(Pointers.unescaped(step)) && hops++ < MOST_HOPS) {
                String next = value.path("$ref").textValue();
                if (!next.startsWith("#/")) {
                    return Optional.empty();
                }
                here = Bundle.mount(here) + Fragments.decoded(next.substring(1));
                value = root.at(here);
            }
            here = here + "/" + step;
        }
        return root.at(here).isMissingNode() ? Optional.empty() : Optional.of(here);
    }

    private String near(String mount, String pointer) {
        if (!pointer.startsWith("/")) {
            return "";
        }
        Part siblings = document.part(mount + Pointers.parent(pointer));
        List<String> known = siblings.children().stream().map(Part::key).toList();
        return Nearest.hint(Pointers.last(pointer), known);
    }

    /** {@code $ref: "task"}, as some emitters write for {@code #/components/schemas/task}. */
    private Optional<String> bareName(Part reference, String text, String kind) {
        String pointer = Pointers.child("/components/schemas", text);
        if (!kind.equals("schema") || document.tree().at(pointer).isMissingNode()) {
            return Optional.empty();
        }
        reference.hint(
                "bare-name",
                "\"" + text + "\" is read as the name of a schema",
                "write $ref: \"#/components/schemas/" + text + "\"");
        return Optional.of(pointer);
    }
}
