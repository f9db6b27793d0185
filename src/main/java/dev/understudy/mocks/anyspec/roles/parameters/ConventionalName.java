package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.Name;

/**
 * Usual names of list parameters, in lower case and without {@code _}, {@code -}, {@code .}, {@code $} and brackets:
 * {@code page[size]} is {@code pagesize}. The meaning of a name also depends on its type and on the properties of the
 * records; {@link ParameterRules} defines the order of the checks.
 */
public enum ConventionalName {
    /** The page size, a number. */
    LIMIT(
            """
            limit top take pagesize pagelen pagelimit perpage itemsperpage resultsperpage recordsperpage rowsperpage
            hitsperpage maxresults maxresult maxitems maxrecords maxkeys maxperpage numresults numberofresults
            numperpage resultcount pagelength batchsize pagecount limitto querylimit limitcount elementsperpage
            entriesperpage rpp resultlimit resultslimit resultsize maxpagesize numitems listlimit maxentries maxrows
            """),
    /** The page size, unless records have a property with this name. */
    LIMIT_OR_PROPERTY("size count rows max num number results first length n per records items quantity amount last"),
    /** The number of records before the page. */
    OFFSET(
            """
            offset skip startat startindex startposition startrow startfrom startoffset firstresult pageoffset
            resultoffset resultsoffset offsetby recordoffset skipcount skiprows startrecord querystart limitoffset
            """),
    /** The number of records before the page, unless records have a property with this name. */
    OFFSET_OR_PROPERTY("start from first begin index pos position"),
    /** The page number. */
    PAGE("page pagenumber pagenum pageno pageindex currentpage pagenr pageid pagestart p pg paged pagina startpage"),
    /** A record or a token after which the page starts. */
    AFTER(
            """
            cursor after pagecursor pagetoken nexttoken nextpagetoken nextcursor nextpage continuationtoken
            continuation marker startingafter startafter pageafter aftercursor afterid sinceid bookmark scrollid
            pagestate startkey exclusivestartkey lastkey nextkey pagekey continuationkey lastid lastevaluatedkey
            startcursor offsettoken pagingtoken skiptoken paginationtoken resumetoken synctoken next paginationkey
            nextlink startid fromid minid
            """),
    /** A record or a token before which the page ends. */
    BEFORE(
            """
            before endingbefore endbefore pagebefore beforecursor beforeid maxid untilid prevtoken prevcursor
            previoustoken previouscursor prevpagetoken previouspagetoken prev previous
            """),
    /** The property to sort by. */
    SORT(
            """
            sort sortby orderby ordering sortfield sortcolumn sortkey sortproperty sorton orderfield ordercolumn
            sorting sortexpression sorts sortoption orderkey sortcriteria sortbyfield pagesort sortname
            """),
    /** The sort direction; {@code order} without {@code sort} may also be a property. */
    DIRECTION(
            """
            direction dir sortdir sortdirection sortorder orderdir orderdirection order sorttype ordertype
            orderbydirection sortmode sortbyorder sortbydirection sortdesc sortdescending desc descending reverse
            isdescending orderdesc reverseorder sortascending sortasc ascending asc sortreverse orderbyasc
            """),
    /** A text to search for. */
    SEARCH("q query search searchtext searchterm searchterms searchquery searchstring searchkeyword fulltext freetext"),
    /** A text to search for, unless records have a property with this name. */
    SEARCH_OR_PROPERTY("keyword keywords term terms text phrase filter find querystring s searchfor match namesearch"),
    /** The properties of a record to show or hide. */
    PROJECTION(
            """
            fields select excludes exclude excludefields includefields attributes props properties columns
            projection fieldset fieldmask sparsefields returnfields showfields
            """),
    /** Related data to show with a record; if the document has it, it is always shown. */
    EMBEDDING("include includes expand expands embed embeds with view fieldstoinclude"),
    /** Settings of the server that do not concern records. */
    TECHNICAL(
            """
            format lang language locale apikey accesstoken callback jsonp pretty prettyprint alt apiversion version
            timezone tz accept acceptlanguage contenttype authorization userip quotauser uploadtype uploadprotocol
            xgafv oauthtoken cachebuster debug envelope count includecount counttotal withtotal includetotal
            totalcount showtotal key token requestid traceid correlationid useragent indent showcount withcount
            includetotals appid appkey clientid auth signature sig lng xapikey paginate
            """);

    /** Each name has a space before and after it. */
    private final String names;

    ConventionalName(String names) {
        this.names = " " + String.join(" ", Name.listed(names)) + " ";
    }

    /** Whether a plain name is one of these. */
    public boolean has(String plain) {
        return names.contains(" " + plain + " ");
    }
}
