namespace KnowledgeCommons.Tests.Audiences;

/// <summary>What is asked of every route, for things that are for everybody, for some and not there. A route without a row here fails the matrix.</summary>
internal static class Surfaces
{
    private const string Unknown = "AAAAAAAAAAAAAAAAAAAAAA";
    private const string Answer = "answer=fixed";
    private const string Program = """{"answer":"fixed"}""";
    private static readonly string[] Articles =
        ["open/start", "open/mixed", "open/gone", "open/old-start", "finance/pay", "finance/old-pay", "finance/board", "Finance/Pay", "desk-notes", "for-owners", "no/such", "nothing"];
    private static readonly string[] Words =
    [
        "printer", "slip", "salary note", "salry note", "quokkapay", "quokapay", "quokkaboard", "quokkadesk", "quokkapart", "quokkacost", "quokkaown", "quokkapay-42", "quokka", "quok",
        "printer slip figures", "zzzz"
    ];

    /// <summary>Asked by address; what is posted follows behind a blank.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["GET /"] = ["/"],
        ["GET /topics"] = ["/topics"],
        ["GET /topics/{**topic}"] = ["/topics/open", "/topics/finance", "/topics/Finance", "/topics/finance?page=2", "/topics/nothing"],
        ["GET /articles/{**slug}"] = [.. Articles.SelectMany(slug => (string[])[$"/articles/{slug}", $"/articles/{slug}.md", $"/articles/{slug}.MD"])],
        ["GET /sitemap.xml"] = ["/sitemap.xml"],
        ["GET /feed.xml"] = ["/feed.xml"],
        ["GET /api/v1/articles/{**slug}"] = [.. Articles.Select(slug => $"/api/v1/articles/{slug}")],
        ["GET /assets/{hash}/{**path}"] = ["/assets/{open/pic.png}", "/assets/{open/part.png}", "/assets/{finance/slip.png}", "/assets/{finance/pay.pdf}", "/assets/000000000000/no.png"],
        ["GET /search"] = [.. Words.Select(words => $"/search?q={Uri.EscapeDataString(words)}"), "/search", "/search?q=printer&topic=finance", "/search?q=printer&for=linux", "/search?q=printer&lang=fr", "/search?q=quokapay&literal=1"],
        ["GET /search/open"] = [.. Articles.Select(slug => $"/search/open?search=00000000-0000-0000-0000-000000000000&article={slug}")],
        ["GET /search/suggest"] = [.. Words.Select(words => $"/search/suggest?q={Uri.EscapeDataString(words)}")],
        ["GET /api/v1/search"] = [.. Words.Select(words => $"/api/v1/search?q={Uri.EscapeDataString(words)}&limit=50")],
        ["GET /api/v1/suggest"] = [.. Words.Select(words => $"/api/v1/suggest?q={Uri.EscapeDataString(words)}")],
        ["GET /opensearch.xml"] = ["/opensearch.xml"],
        ["GET /help"] = [.. Articles.Select(slug => $"/help?article={slug}"), "/help?search=quokkapay"],
        ["GET /help/now"] = [.. Articles.Select(slug => $"/help/now?article={slug}")],
        ["POST /help"] = [.. Articles.Select(slug => $"/help problem=It+is+broken&impact=slowed&people=me&reach=here&article={slug}")],
        ["POST /help/now"] = [.. Articles.Select(slug => $"/help/now problem=It+is+broken&reach=here&article={slug}")],
        ["POST /help/again"] = ["/help/again case=1"],
        ["POST /articles/{**path}"] = [.. Articles.Select(slug => $"/articles/{slug}/outcome {Answer}"), "/articles/finance/pay/outcome answer=wrong"],
        ["POST /api/v1/articles/{**path}"] = [.. Articles.Select(slug => $"/api/v1/articles/{slug}/outcomes {Program}")],
        ["GET /known-issues"] = ["/known-issues"],
        ["GET /known-issues/{key}"] = ["/known-issues/mail", "/known-issues/none"],
        ["POST /known-issues/{key}/affected"] = ["/known-issues/mail/affected x=1", "/known-issues/none/affected x=1"],
        ["GET /receipts/{f}"] = [$"/receipts/f{Unknown}"],
        ["GET /receipts/{f}/live"] = [$"/receipts/f{Unknown}/live"],
        ["POST /receipts/{f}"] = [$"/receipts/f{Unknown} {Answer}"],
        ["POST /receipts/{f}/came-back"] = [$"/receipts/f{Unknown}/came-back x=1"],
        ["POST /receipts/{f}/works"] = [$"/receipts/f{Unknown}/works x=1"],
        ["POST /receipts/{f}/hear"] = [$"/receipts/f{Unknown}/hear x=1"],
        ["GET /receipts/{c}"] = [$"/receipts/c{Unknown}"],
        ["GET /receipts/{c}/live"] = [$"/receipts/c{Unknown}/live"],
        ["GET /receipts/{c}/files/{id}"] = [$"/receipts/c{Unknown}/files/1"],
        ["GET /receipts/{c}/call.ics"] = [$"/receipts/c{Unknown}/call.ics"],
        ["POST /receipts/{c}/say"] = [$"/receipts/c{Unknown}/say text=x"],
        ["POST /receipts/{c}/solved"] = [$"/receipts/c{Unknown}/solved x=1"],
        ["POST /receipts/{c}/came-back"] = [$"/receipts/c{Unknown}/came-back x=1"],
        ["POST /receipts/{c}/call-me"] = [$"/receipts/c{Unknown}/call-me x=1"],
        ["POST /receipts/{c}/ending"] = [$"/receipts/c{Unknown}/ending x=1"],
        ["GET /receipts/{s}"] = [$"/receipts/s{Unknown}"],
        ["POST /receipts/{s}"] = [$"/receipts/s{Unknown} x=1"],
        ["GET /receipts/{w}"] = [$"/receipts/w{Unknown}"],
        ["POST /receipts/{w}"] = [$"/receipts/w{Unknown} x=1"],
        ["GET /receipts/{n}"] = [$"/receipts/n{Unknown}"],
        ["POST /receipts/{n}"] = [$"/receipts/n{Unknown} x=1"],
        ["GET /desk"] = ["/desk"],
        ["GET /desk/articles"] = ["/desk/articles", "/desk/articles?sort=article"],
        ["GET /desk/articles/{**slug}"] = [.. Articles.Select(slug => $"/desk/articles/{slug}")],
        ["POST /desk/articles/{**slug}"] = [.. Articles.Select(slug => $"/desk/articles/{slug} action=flagged&because=Wrong&technician=dev&revision=none"), "/desk/articles/open/start action=page-is-right&because=It+is&technician=dev&revision=none"],
        ["GET /desk/searches"] = ["/desk/searches"],
        ["GET /desk/searches/order"] = [.. Words.Select(words => $"/desk/searches/order?q={Uri.EscapeDataString(words)}")],
        ["GET /desk/content"] = ["/desk/content"],
        ["GET /desk/cases"] = ["/desk/cases", "/desk/cases?show=all"],
        ["GET /desk/cases/articles"] = [.. Words.Concat(Articles).Select(words => $"/desk/cases/articles?q={Uri.EscapeDataString(words)}")],
        ["GET /desk/cases/{number:long}"] = ["/desk/cases/1", "/desk/cases/1?with=finance/pay", "/desk/cases/999"],
        ["GET /desk/cases/{number:long}/call.ics"] = ["/desk/cases/1/call.ics"],
        ["GET /desk/cases/{number:long}/files/{id}"] = ["/desk/cases/1/files/1"],
        ["POST /desk/cases/me"] = ["/desk/cases/me x=1"],
        ["POST /desk/cases/outbox/{id}/replay"] = ["/desk/cases/outbox/1/replay x=1"],
        ["POST /desk/cases/{number:long}/merge"] = ["/desk/cases/1/merge technician=dev&into=999"],
        ["POST /desk/cases/{number:long}/separate"] = ["/desk/cases/999/separate technician=dev"],
        ["POST /desk/cases/{number:long}/{action}"] = [.. Articles.Select(slug => $"/desk/cases/1/articles technician=dev&use=fixed&article={slug}")],
        ["GET /desk/work"] = ["/desk/work"],
        ["GET /desk/work/live"] = ["/desk/work/live"],
        ["GET /desk/known-issues"] = ["/desk/known-issues"],
        ["GET /desk/known-issues/new"] = ["/desk/known-issues/new"],
        ["POST /desk/known-issues/new"] = [.. Articles.Select(slug => $"/desk/known-issues/new technician=dev&title=&body=x&topics=finance&articles={slug}")],
        ["GET /desk/known-issues/{key}"] = ["/desk/known-issues/mail", "/desk/known-issues/none"],
        ["POST /desk/known-issues/{key}"] = ["/desk/known-issues/mail technician=dev", "/desk/known-issues/none technician=dev"],
        ["POST /desk/known-issues/{key}/end"] = ["/desk/known-issues/none/end technician=dev"],
        ["GET /desk/rewrites"] = ["/desk/rewrites"],
        ["GET /desk/rewrites/{number:long}"] = ["/desk/rewrites/1"],
        ["POST /desk/rewrites/{number:long}/{action}"] = ["/desk/rewrites/1/assign technician=dev"],
        ["GET /desk/measured"] = ["/desk/measured", "/desk/measured?topic=finance"],
        ["GET /desk/measured/rows"] = ["/desk/measured/rows?of=fixes", "/desk/measured/rows?of=fixes&topic=finance"],
        ["GET /desk/measured.csv"] = ["/desk/measured.csv"],
        ["GET /api/v1/health/articles"] = ["/api/v1/health/articles"],
        ["POST /api/v1/contacts"] = ["/api/v1/contacts []"],
        ["POST /hooks/git"] = ["/hooks/git {}"],
        ["POST /hooks/tickets/{source}"] = ["/hooks/tickets/jira {}"],
        ["GET /theme/{hash}/style.css"] = ["/theme/none/style.css"],
        ["GET /theme/{hash}/assets/{**path}"] = ["/theme/none/assets/logo.svg"],
        ["GET /scripts/{hash}.js"] = ["/scripts/none.js"],
        ["GET /openapi/{documentName}.json"] = ["/openapi/v1.json"],
        ["GET /healthz"] = ["/healthz"],
        ["GET /readyz"] = ["/readyz"]
    };
}
