using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Desk;

/// <summary>An article that may answer a case, and the words that go into an answer with it.</summary>
public sealed record ArticleChoice(string Slug, string Title, string Insert, bool WasRead = false);

/// <summary>What belongs to a case: the one that is worked on in its place, those that were merged into it, and articles that may answer it.</summary>
public sealed record CaseAround(CaseRow? Main, IReadOnlyList<CaseRow> Others, IReadOnlyList<ArticleChoice> Offers)
{
    public static CaseAround Nothing { get; } = new(null, [], []);
}
