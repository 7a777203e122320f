using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Searching;

/// <summary>A known issue and what leads a search to it: words (each one word or several), and articles.</summary>
internal sealed record SearchedIssue(PinnedIssue Shown, IReadOnlyList<string> Words, IReadOnlyList<Slug> Articles);

/// <summary>
/// The known issues that a search may be about. They stand above all hits. Whoever knows them replaces them as a whole; a search only reads memory.
/// </summary>
internal sealed class IssuesInSight
{
    private const int Most = 3;
    private const int TopHits = 3;
    private volatile IReadOnlyList<Known> _all = [];

    public void Replace(IEnumerable<SearchedIssue> issues) =>
        _all = [.. issues.Select(issue => new Known(issue, StemsOf(issue.Shown.Title), [.. issue.Words.Select(StemsOf).Where(stems => stems.Count > 0)]))];

    /// <summary>Those whose words were searched for, and those of the articles among the first three hits; at most three.</summary>
    public IReadOnlyList<PinnedIssue> For(SearchAnswer answer)
    {
        var all = _all;
        if (all.Count == 0) return [];
        var asked = StemsOf(answer.Corrected ?? answer.Query);
        var found = answer.Hits.Take(TopHits).Select(hit => hit.Slug).ToHashSet();
        return [.. all.Where(known => IsAsked(known, asked) || known.Issue.Articles.Any(found.Contains)).Take(Most).Select(known => known.Issue.Shown)];
    }

    /// <summary>Those whose words stand in a text.</summary>
    public IReadOnlyList<PinnedIssue> For(string text)
    {
        var asked = StemsOf(text);
        return [.. _all.Where(known => IsAsked(known, asked)).Take(Most).Select(known => known.Issue.Shown)];
    }

    // One of its wordings stands in the question, or the question says nothing that is not in its title.
    private static bool IsAsked(Known known, HashSet<string> asked) =>
        asked.Count > 0 && (known.Wordings.Any(asked.IsSupersetOf) || asked.IsSubsetOf(known.Title));

    private static HashSet<string> StemsOf(string text) => [.. TypedTerms.In(text).Where(term => !term.SaysLittle).SelectMany(term => term.Stems)];

    private sealed record Known(SearchedIssue Issue, HashSet<string> Title, IReadOnlyList<HashSet<string>> Wordings);
}
