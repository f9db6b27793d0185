package dev.understudy.mocks.anyspec.collections;

import dev.understudy.api.Target;
import dev.understudy.api.text.Percent;
import dev.understudy.mocks.anyspec.collections.ListQuery.Parameter;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The URLs of the other pages: the URL of the request with another value for its paging parameter. */
record PageLinks(Target target, ListQuery asked, Window window, PageTokens tokens, SelectedRecords entries) {
    Optional<String> next() {
        return window.hasNext() ? at(window.end()) : Optional.empty();
    }

    Optional<String> previous() {
        return window.hasPrevious() ? at(window.previous()) : Optional.empty();
    }

    Optional<String> first() {
        return at(0);
    }

    Optional<String> last() {
        return at(window.last());
    }

    /** A page after the last one, which is empty. */
    Optional<String> beyond() {
        return at(window.following());
    }

    Optional<String> self() {
        return target.equals(Target.NONE)
                ? Optional.empty()
                : Optional.of(address() + (target.query().isEmpty() ? "" : "?" + target.query()));
    }

    /** The token of the page that starts after this many records, possibly an empty one; empty for the first page. */
    Optional<String> token(long from) {
        int behind = (int) Math.min(from, entries.size());
        return behind == 0 ? Optional.empty() : tokens.of(behind - 1, entries);
    }

    private Optional<String> at(long from) {
        return at(BigInteger.valueOf(from));
    }

    private Optional<String> at(BigInteger from) {
        if (target.equals(Target.NONE)) {
            // The page is set in the body, so a link cannot change it.
            return Optional.empty();
        }
        Optional<Parameter> page = asked.first(ParameterUse.Page.class);
        Optional<Parameter> offset = asked.first(ParameterUse.Offset.class);
        Optional<Parameter> cursor = asked.cursor();
        boolean given = asked.given(ParameterUse.Cursor.class).isPresent();
        if (cursor.isPresent() && (given || (page.isEmpty() && offset.isEmpty()))) {
            if (from.signum() == 0) {
                return Optional.of(changed(cursor.get().written(), null));
            }
            boolean backwards = ((ParameterUse.Cursor) cursor.get().use()).backwards();
            return backwards
                    ? Optional.empty()
                    : token(from.min(BigInteger.valueOf(entries.size())).longValueExact())
                            .map(token -> changed(cursor.get().written(), token));
        } else if (page.isPresent() && (isDecisive(page.get()) || offset.isEmpty()) && window.size() > 0) {
            return Optional.of(changed(page.get().written(), window.page(from).toString()));
        }
        return offset.map(each -> changed(each.written(), from.toString()));
    }

    /** Whether the page number determines the page: an offset takes precedence, as in {@link Window#from}. */
    private boolean isDecisive(Parameter page) {
        return page.isGiven()
                && asked.given(ParameterUse.Offset.class)
                        .flatMap(Parameter::number)
                        .filter(offset -> offset.signum() != 0)
                        .isEmpty();
    }

    /** @param value null to remove the key */
    private String changed(String key, @Nullable String value) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        boolean there = false;
        for (String pair : target.query().isEmpty()
                ? List.<String>of()
                : List.of(target.query().split("&"))) {
            int equals = pair.indexOf('=');
            String written = equals < 0 ? pair : pair.substring(0, equals);
            String name = Percent.decode(written, true).orElse(pair);
            boolean own = name.equals(key);
            if (own && !there && value != null) {
                query.add(written + "=" + encoded(value));
                there = true;
            } else if (!own && !isOtherPlace(name, key)) {
                query.add(pair);
            }
        }
        if (!there && value != null) {
            query.add(encoded(key) + "=" + encoded(value));
        }
        return address() + query;
    }

    /** Whether the parameter also sets the page, but another one does in the link. */
    private boolean isOtherPlace(String name, String key) {
        for (Parameter each : asked.given()) {
            if (each.use() instanceof ParameterUse.Cursor && each.written().equals(name)) {
                return asked.cursor().filter(one -> one.written().equals(key)).isPresent();
            }
        }
        return false;
    }

    private String address() {
        return target.address().contains("://") ? target.address() : "http://localhost" + target.address();
    }

    private static String encoded(String text) {
        return Percent.encode(text).replace("%24", "$");
    }
}
