using System.Text.Encodings.Web;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Searching;

/// <summary>The answer of GET /api/v1/search. <paramref name="Search"/> is the id to name in what follows from it: an outcome, a call for help.
/// <paramref name="KnownIssues"/> are current disturbances that may be what the question is about.</summary>
internal sealed record SearchReply(
    string Query, string? Corrected, int Total, string Search, IReadOnlyList<SearchReplyHit> Hits, IReadOnlyList<SearchReplyIssue> KnownIssues)
{
    public static SearchReply Of(SearchAnswer answer, string search, IReadOnlyList<PinnedIssue> issues) =>
        new(answer.Query, answer.Corrected, answer.Total, search, [.. answer.Hits.Select(SearchReplyHit.Of)], [.. issues.Select(SearchReplyIssue.Of)]);
}

/// <summary>
/// One hit. The section is the heading under which the answer stands, "" for the article as a whole; the snippet is HTML with no element but mark.
/// </summary>
internal sealed record SearchReplyHit(string Slug, string Title, string Url, string Section, string Snippet, double Score)
{
    public static SearchReplyHit Of(SearchHit hit) =>
        new(hit.Slug.Value, hit.Title, hit.Url, hit.Section.Heading, Html(hit.Snippet), Math.Round(hit.Score, 3));

    // Other programs show this as it stands: every run is encoded, and nothing else is added.
    private static string Html(Snippet snippet) => string.Concat(snippet.Runs.Select(run =>
        run.IsMarked ? $"<mark>{HtmlEncoder.Default.Encode(run.Text)}</mark>" : HtmlEncoder.Default.Encode(run.Text)));
}

/// <summary>A known issue: who is on it, by when the next word comes (null: none is promised), and both in words.</summary>
internal sealed record SearchReplyIssue(string Title, string Url, string Owner, DateTimeOffset? NextUpdate, string Words)
{
    public static SearchReplyIssue Of(PinnedIssue issue) => new(issue.Title, issue.Url, issue.Owner, issue.NextUpdate, issue.Sentence);
}
