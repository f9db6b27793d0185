package dev.understudy.mocks.anyspec.roles.parameters;

import static dev.understudy.mocks.anyspec.roles.parameters.FieldUse.COUNT;
import static dev.understudy.mocks.anyspec.roles.parameters.FieldUse.LIMIT;
import static dev.understudy.mocks.anyspec.roles.parameters.FieldUse.TOTAL;

import dev.understudy.mocks.anyspec.roles.parameters.Envelope.Field;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the uses of fields around a list by their plain names, their types, and the objects that contain them.
 *
 * @param paging the ways to page the list: a field is a token only if a parameter takes it
 */
public record FieldRules(SchemaViews views, Set<Paging> paging) {
    /** The ways to request a page of a list. */
    public enum Paging {
        PAGE,
        OFFSET,
        CURSOR
    }

    private static final int DEEPEST = 3;

    private static final Set<FieldUse> TOKENS = Set.of(FieldUse.NEXT_TOKEN, FieldUse.PREVIOUS_TOKEN);

    /** Objects around a list that describe it; in other objects, a size is that of something else. */
    private static final Set<String> ABOUT_LISTS = Set.copyOf(
            Name.listed(
                    """
            meta metadata links link paging pagination page pages pageinfo pageable cursor cursors hits total data
            response result results responsemetadata resultinfo list search info summary listinfo pagingmetadata
            next prev previous first last self current resultset query pagedata pager header status collection
            """));

    private static final Map<FieldUse, Set<String>> NUMBERS = table(
            """
            TOTAL       total totalcount totalresults totalitems totalelements totalrecords totalrows totalsize totalhits
                        totaldocs totalentries totalnumber totalnum numfound numberofresults recordcount rowcount
                        resultcount resultscount itemscount odatacount nbhits found hits matches overallcount fullcount
                        totalmatches recordstotal totalavailable xtotalcount xtotal itemstotal recordsfiltered
                        totalresultcount totalitemcount totalrecordcount totalfound numresults matchcount allcount
            PAGES       pages totalpages pagecount numpages nbpages totalpagecount lastpage maxpage numberofpages
                        pagestotal totalpage pagetotal lastpagenumber xtotalpages
            PAGE        page currentpage pagenumber pageindex pagenum pageno number current xpage
            LIMIT       limit perpage pagesize pagelen maxresults itemsperpage top take pagelimit resultsperpage
                        hitsperpage rowsperpage rows maxitems xperpage requestedsize maxpagesize limitto
            OFFSET      offset skip start startat startindex skipped pageoffset
            COUNT       count numberofelements returned returnedcount currentitemcount itemcount pageitems
                        pageresults size length resultsize resultsonpage countonpage currentsize amount num
            FIRST_RECORD from firstitem startitem
            LAST_RECORD to lastitem enditem
            NEXT_PAGE   nextpage nextpagenumber next xnextpage
            NEXT_OFFSET nextoffset nextstart nextskip
            PREVIOUS_PAGE previouspage prevpage previous prev xprevpage prevpagenumber previouspagenumber
            PREVIOUS_OFFSET previousoffset prevoffset
            """);
    private static final Map<FieldUse, Set<String>> FLAGS = table(
            """
            HAS_NEXT     hasmore hasnext hasnextpage more moreresults hasmoreitems hasmoreresults morepages hasmorepages
                         moreavailable next moredata moreitems moreresultsavailable istruncated truncated
            HAS_PREVIOUS hasprevious hasprev haspreviouspage hasprevpage previous prev hasless
            IS_LAST      islast last islastpage lastpage complete iscomplete end
            IS_FIRST     isfirst first isfirstpage firstpage
            IS_EMPTY     empty isempty
            """);
    private static final Map<FieldUse, Set<String>> TEXTS = table(
            """
            NEXT_URL       next nextpage nextlink nexturl nextpageurl nextpagelink odatanextlink nexthref nexturi
                           nextpageuri nextresults nextpagepath nextpath nextrecordsurl linknext
            NEXT_TOKEN     nexttoken nextpagetoken nextcursor nextpagecursor continuationtoken cursor endcursor
                           startingafter marker nextmarker nextkey lastevaluatedkey nextid after nextafter pagetoken
                           continuation nextoffset nextcontinuationtoken scrollid lastkey nextpageid nextpagekey
                           newnextpagetoken paginationtoken nextsynctoken bookmark nextpagestate token
            PREVIOUS_URL   previous prev previouspage prevpage previouslink prevlink previousurl prevurl prevpageurl
                           previouspageurl odatapreviouslink previoushref previousuri
            PREVIOUS_TOKEN previoustoken prevtoken previouscursor prevcursor startcursor before prevpagetoken
                           previouspagetoken endingbefore
            FIRST_URL      first firstpage firstlink firsturl firstpageurl
            LAST_URL       last lastpage lastlink lasturl lastpageurl
            SELF_URL       self selflink current currenturl selfurl href
            """);
    private static final Map<FieldUse, Set<String>> HEADERS = table(
            """
            LINKS         link
            RANGE         contentrange xcontentrange
            TOTAL         xtotalcount xtotal totalcount xtotalresults xtotalitems xtotalelements xpaginationtotal
                          xpaginationtotalcount xcount xresultcount xtotalrecords paginationcount xpagingtotalrecordcount
                          xwptotal xpaginationcount xhitcount xlisttotal
            PAGES         xtotalpages xpagecount xpages xpaginationtotalpages xpaginationpagecount xwptotalpages
            PAGE          xpage xpaginationpage xcurrentpage xpaginationcurrentpage paginationpage xpagenumber
            LIMIT         xperpage xpagesize xpaginationperpage xpaginationlimit xlimit paginationlimit xpaginationpagesize
            OFFSET        xoffset xpaginationoffset
            NEXT_PAGE     xnextpage
            PREVIOUS_PAGE xprevpage
            NEXT_TOKEN    xnextcursor xnexttoken xcontinuationtoken xnextpagetoken
            """);

    private static Map<FieldUse, Set<String>> table(String text) {
        var table = new LinkedHashMap<FieldUse, Set<String>>();
        FieldUse use = TOTAL;
        for (String word : Name.listed(text)) {
            if (word.equals(word.toUpperCase(Locale.ROOT))) {
                use = FieldUse.valueOf(word);
            } else {
                table.computeIfAbsent(use, any -> new HashSet<>()).add(word);
            }
        }
        return table;
    }

    public static Optional<FieldUse> ofHeader(String name) {
        return find(HEADERS, Name.plain(name));
    }

    /** The fields of the whole that describe the list at this place. */
    public List<Field> fields(SchemaView whole, List<String> items) {
        var fields = new ArrayList<Field>();
        add(fields, whole, List.of(), List.of(), items);
        return settled(fields);
    }

    /** The field at this path, which must exist. */
    public Field field(SchemaView whole, List<String> path, FieldUse use) {
        var needed = new ArrayList<Boolean>();
        SchemaView here = whole;
        for (String step : path) {
            needed.add(here.requires(step));
            here = views.at(here.properties().getOrDefault(step, ""));
        }
        return new Field(path, use, here, needed);
    }

    private void add(
            List<Field> fields, SchemaView object, List<String> path, List<Boolean> needed, List<String> items) {
        for (Map.Entry<String, String> property : object.properties().entrySet()) {
            var here = new ArrayList<>(path);
            here.add(property.getKey());
            var must = new ArrayList<>(needed);
            must.add(object.requires(property.getKey()));
            if (here.equals(items)) {
                continue;
            }
            SchemaView schema = views.at(property.getValue());
            if (schema.isObject()) {
                if (path.size() < DEEPEST && isAboutList(here, items)) {
                    add(fields, schema, here, must, items);
                }
            } else if (!schema.isArray()) {
                use(here, schema).ifPresent(use -> fields.add(new Field(here, use, schema, must)));
            }
        }
    }

    private static boolean isAboutList(List<String> path, List<String> items) {
        boolean around =
                path.size() < items.size() && items.subList(0, path.size()).equals(path);
        return around || ABOUT_LISTS.contains(Name.plain(path.get(path.size() - 1)));
    }

    private Optional<FieldUse> use(List<String> path, SchemaView schema) {
        String own = Name.plain(path.get(path.size() - 1));
        String parent = path.size() > 1 ? Name.plain(path.get(path.size() - 2)) : "";
        boolean named = own.matches("href|url|uri|link|value") && !parent.isEmpty();
        String plain = named ? parent : own;
        if (schema.isBoolean()) {
            return find(FLAGS, plain);
        } else if (!schema.isNumeric() || schema.format().startsWith("uri") || (named && !own.equals("value"))) {
            return text(plain, named || parent.matches("_?links?"), schema);
        }
        Optional<FieldUse> use = find(NUMBERS, plain);
        if (plain.equals("next") && paging.contains(Paging.OFFSET) && !paging.contains(Paging.PAGE)) {
            return Optional.of(FieldUse.NEXT_OFFSET);
        }
        if (paging.equals(Set.of(Paging.CURSOR)) && !schema.isText() && plain.matches("(next|prev).*|cursor")) {
            // A page number or an offset would lead nowhere.
            return text(plain, false, schema).filter(TOKENS::contains).or(() -> use);
        }
        return use.isPresent() || !schema.isText() ? use : text(plain, false, schema);
    }

    private Optional<FieldUse> text(String plain, boolean linked, SchemaView schema) {
        Optional<FieldUse> use = find(TEXTS, plain);
        boolean address = linked
                || schema.format().startsWith("uri")
                || schema.note("example").asText("").matches("(https?:/)?/.*");
        if (address || !paging.contains(Paging.CURSOR)) {
            return use.filter(each -> address || each != FieldUse.SELF_URL || plain.matches("self.*"));
        }
        // If there is a parameter for tokens, a field named next is one.
        return use.map(each -> switch (each) {
            case NEXT_URL -> plain.matches(".*(link|ur[li]|href|path)") ? each : FieldUse.NEXT_TOKEN;
            case PREVIOUS_URL -> plain.matches(".*(link|ur[li]|href|path)") ? each : FieldUse.PREVIOUS_TOKEN;
            default -> each;
        });
    }

    private static Optional<FieldUse> find(Map<FieldUse, Set<String>> table, String plain) {
        return table.entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * A single count is the number of all records; beside a total it is that of the page, and a size is the requested
     * size.
     */
    private static List<Field> settled(List<Field> fields) {
        boolean total = fields.stream().anyMatch(field -> field.use() == TOTAL);
        boolean limit = fields.stream().anyMatch(field -> field.use() == LIMIT);
        var settled = new ArrayList<Field>();
        for (Field field : fields) {
            FieldUse use = field.use();
            if (use == COUNT && !total) {
                use = TOTAL;
                total = true;
            } else if (use == COUNT
                    && !limit
                    && Name.plain(field.path().get(field.path().size() - 1)).equals("size")) {
                use = LIMIT;
            }
            settled.add(new Field(field.path(), use, field.schema(), field.needed()));
        }
        return settled;
    }
}
