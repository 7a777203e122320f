using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>Answers each search alike and keeps what was asked: for what a page makes of an answer, whatever engine gave it.</summary>
internal sealed class CannedEngine(SearchAnswer answer, SearchScope scope) : ISearchEngine
{
    public LearntAnswers Learnt { get; set; } = LearntAnswers.None;

    public SearchQuery? Asked { get; private set; }

    public string? Holds => null;

    public SearchScope ScopeFor(Clearance? clearance = null) => scope;

    public Func<string, bool> Findable(Clearance? clearance = null) => _ => true;

    public Task ApplyAsync(LibraryChange change, CancellationToken cancel) => Task.CompletedTask;

    public SearchAnswer Search(SearchQuery query)
    {
        Asked = query;
        return answer with { Query = query.Text, Corrected = query.IsLiteral ? null : answer.Corrected };
    }

    public IReadOnlyList<Suggestion> Suggest(string typed, int limit, Clearance? clearance = null) => [];

    public IReadOnlyList<TopicChoice> NearestTopics(string text, int limit, Clearance? clearance = null) => [];

    public IReadOnlyDictionary<string, double> Likeness(string text, IReadOnlyCollection<string> articles) => new Dictionary<string, double>();

    /// <summary>A hit in an article of that name.</summary>
    public static SearchHit Hit(string name) =>
        new(Slug.FromPath(name) ?? throw new ArgumentException($"not usable as a slug: {name}", nameof(name)), $"About {name}", "",
            new Section("", "", 1), new Snippet([]), 1);
}
