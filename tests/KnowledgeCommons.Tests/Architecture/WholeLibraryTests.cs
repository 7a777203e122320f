using System.Text.RegularExpressions;

namespace KnowledgeCommons.Tests.Architecture;

/// <summary>Whatever is shown to people comes from what they may see. Here stands who may look at everything, and why; add to it deliberately.</summary>
public sealed partial class WholeLibraryTests
{
    private static readonly Dictionary<string, string> MayLookAtEverything = new()
    {
        ["Publishing/PublishedLibrary.cs"] = "gives everybody their part of it",
        ["Publishing/Publisher.cs"] = "compares it with the next one",
        ["Desk/Articles/FindingsSeen.cs"] = "asks only whether somebody sees all of it",
        ["KnownIssues/KnownIssueNews.cs"] = "takes known issues, people and topics' owners from it",
        ["KnownIssues/KnownIssueWatch.cs"] = "waits for the next one",
        ["Feedback/FixedLately.cs"] = "counts for every article; a count stands beside a hit that was found",
        ["Feedback/Readings.cs"] = "writes down readings of what was shown",
        ["Feedback/RevisionWatch.cs"] = "remembers the revisions of all articles",
        ["Escalations/Hooks/TicketDesk.cs"] = "reads which article a colleague names elsewhere; its title is shown by who reads it",
        ["Escalations/Cases/AnswersOfCases.cs"] = "tells what was learnt from all cases; a search knows what is for whom",
        ["Health/ArticleHealth.cs"] = "judges all articles; who lists them says which",
        ["Health/Api/HealthEndpoint.cs"] = "is for the company's own programs, with a token",
        ["Health/HealthRefresh.cs"] = "waits for the first one",
        ["Health/RewritesUnderWay.cs"] = "names who rewrites, beside a hit that was found",
        ["Health/Revisions/RevisionNotesWatch.cs"] = "notes the revisions of all articles",
        ["Health/SuccessfulSearchesWatch.cs"] = "tells all searches that helped; type-ahead knows what is for whom",
        ["Health/Attribution/Attribution.cs"] = "finds to which article a contact belongs",
        ["Health/Attribution/ArticleNames.cs"] = "finds to which article a contact belongs",
        ["Health/Attribution/RelatednessFit.cs"] = "learns from all articles",
        ["Health/Ledger/DeclaredIncidents.cs"] = "takes known issues from it",
        ["Rewrites/RewriteEvidence.cs"] = "takes the revision of any article",
        ["Rewrites/RewriteWatch.cs"] = "looks at all articles' rewrites",
        ["Rewrites/Telling/Telling.cs"] = "tells people what became of what they said about an article that they had read",
        ["Rewrites/Forge/ForgeChannel.cs"] = "writes to the place where all sources lie",
        ["Demo/DemoFilling.cs"] = "makes up a past for all articles",
        ["Demo/DemoOwners.cs"] = "makes up a past for all articles",
        ["Demo/DemoSearches.cs"] = "makes up a past for all articles",
        ["Identity/Visitor.cs"] = "gives administrators their clearance",
        ["Searching/SearchEngine.cs"] = "answers how alike texts are, for work of the site"
    };

    [Fact]
    public void Who_may_look_at_everything_is_written_down()
    {
        const string server = "src/KnowledgeCommons.Server/";
        var places = Repository.Sources("src").Where(file => Repository.Relative(file).StartsWith(server, StringComparison.Ordinal))
            .Where(file => Everything().IsMatch(File.ReadAllText(file))).Select(file => Repository.Relative(file)[server.Length..]);
        Assert.Equal(MayLookAtEverything.Keys.Order(StringComparer.Ordinal), places.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"ublished\.Whole\b|_current\b|Clearance\.Whole\b|ublished\.WaitForNewerAsync")]
    private static partial Regex Everything();
}
