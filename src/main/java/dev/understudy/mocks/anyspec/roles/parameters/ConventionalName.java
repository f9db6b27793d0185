package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.mocks.anyspec.roles.schemas.Name;

/**
 * The names that parameters of lists have, without capitals, {@code _}, {@code -}, {@code .}, {@code $} and brackets:
 * {@code page[size]} is {@code pagesize}. What a name means also depends on the type, and on the properties of the
 * records; {@link ParameterRules} has the order in which these are asked.
 */
public enum ConventionalName {
    /** How many records a page has: a number. */
    LIMIT(
            """
            limit top take pagesize pagelen pagelimit perpage itemsperpage resultsperpage recordsperpage rowsperpage
            hitsperpage maxresults maxresult maxitems maxrecords maxkeys maxperpage numresults numberofresults
            numperpage resultcount pagelength batchsize pagecount limitto querylimit limitcount elementsperpage
            entriesperpage rpp resultlimit resultslimit resultsize maxpagesize numitems listlimit maxentries maxrows
            """),
    /** The same, unless records have a property of this name. */
    LIMIT_OR_PROPERTY("size count rows max num number results first length n per records items quantity amount last"),
    /** How many records come before the page: a number. */
    OFFSET(
            """
            offset skip startat startindex startposition startrow startfrom startoffset firstresult pageoffset
            resultoffset resultsoffset offsetby recordoffset skipcount skiprows startrecord querystart limitoffset
            """),
    /** The same, unless records have a property of this name. */
    OFFSET_OR_PROPERTY("start from first begin index pos position"),
    /** The number of the page: a number. */
    PAGE("page pagenumber pagenum pageno pageindex currentpage pagenr pageid pagestart p pg paged pagina startpage"),
    /** A record or a token behind which the page begins. */
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
    /** Which property decides the order. */
    SORT(
            """
            sort sortby orderby ordering sortfield sortcolumn sortkey sortproperty sorton orderfield ordercolumn
            sorting sortexpression sorts sortoption orderkey sortcriteria sortbyfield pagesort sortname
            """),
    /** Which way the order is; {@code order} beside no {@code sort} may also be a property. */
    DIRECTION(
            """
            direction dir sortdir sortdirection sortorder orderdir orderdirection order sorttype ordertype
            orderbydirection sortmode sortbyorder sortbydirection sortdesc sortdescending desc descending reverse
            isdescending orderdesc reverseorder sortascending sortasc ascending asc sortreverse orderbyasc
            """),
    /** Text to look for. */
    SEARCH("q query search searchtext searchterm searchterms searchquery searchstring searchkeyword fulltext freetext"),
    /** The same, unless records have a property of this name. */
    SEARCH_OR_PROPERTY("keyword keywords term terms text phrase filter find querystring s searchfor match namesearch"),
    /** Which properties of a record are shown, or not. */
    PROJECTION(
            """
            fields select excludes exclude excludefields includefields attributes props properties columns
            projection fieldset fieldmask sparsefields returnfields showfields
            """),
    /** What is shown with a record; it is there in any case, if the document has it. */
    EMBEDDING("include includes expand expands embed embeds with view fieldstoinclude"),
    /** What the client asks of the server, not of the records. */
    TECHNICAL(
            """
            format lang language locale apikey accesstoken callback jsonp pretty prettyprint alt apiversion version
            timezone tz accept acceptlanguage contenttype authorization userip quotauser uploadtype uploadprotocol
            xgafv oauthtoken cachebuster debug envelope count includecount counttotal withtotal includetotal
            totalcount showtotal key token requestid traceid correlationid useragent indent showcount withcount
            includetotals appid appkey clientid auth signature sig lng xapikey paginate
            """);

    /** With a blank before and behind each. */
    private final String names;

    ConventionalName(String names) {
        this.names = " " + String.join(" ", Name.listed(names)) + " ";
    }

    /** Whether a plain name is one of these. */
    public boolean has(String plain) {
        return names.contains(" " + plain + " ");
    }
}
