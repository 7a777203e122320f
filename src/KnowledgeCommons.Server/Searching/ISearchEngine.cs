using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// An index over the published articles, beside the server, derived and disposable. Answers come from memory or local disk; nothing is awaited. Each is for
/// a clearance (none: what everybody may see), and says what an index would say that held nothing else.
/// </summary>
internal interface ISearchEngine
{
    /// <summary>The version of the library that the index holds completely; null when it has to be filled from scratch.</summary>
    string? Holds { get; }

    /// <summary>Brings the index to the library. After it returns, every answer comes from the new content; a stop half-way leaves the index to be filled again.</summary>
    Task ApplyAsync(LibraryChange change, CancellationToken cancel);

    /// <summary>What earlier answers taught, taken into account by every search from now on. It is no part of the index and outlives its rebuilding.</summary>
    LearntAnswers Learnt { get; set; }

    /// <summary>Never throws for anything a person can type; an empty or unusable query has no hits.</summary>
    SearchAnswer Search(SearchQuery query);

    /// <summary>For work of the site, which knows all articles: how much a text is like each of these articles (by permanent id), from 0 to 1; see <see cref="Searching.Likeness"/>. Those not in the index are missing.</summary>
    IReadOnlyDictionary<string, double> Likeness(string text, IReadOnlyCollection<string> articles);

    /// <summary>Articles whose title has words that start as typed, best first, and behind them sections whose heading has.</summary>
    IReadOnlyList<Suggestion> Suggest(string typed, int limit, Clearance? clearance = null);

    /// <summary>Topics in which a text that found nothing may still be answered, nearest first; all topics when none is near.</summary>
    IReadOnlyList<TopicChoice> NearestTopics(string text, int limit, Clearance? clearance = null);

    /// <summary>What a search can be narrowed to.</summary>
    SearchScope ScopeFor(Clearance? clearance = null);

    /// <summary>Tells whether somebody may find an article, by its permanent id; for one answer, not to be kept.</summary>
    Func<string, bool> Findable(Clearance? clearance = null);
}

/// <summary>What differs between the library in the index and the new one. With <paramref name="IsWhole"/> the index starts empty.</summary>
internal sealed record LibraryChange(Library Library, IReadOnlyList<IndexedArticle> Changed, IReadOnlyList<Slug> Removed, bool IsWhole);

/// <summary>An article and the plain text of each of its sections, parallel to <see cref="Article.Sections"/>.</summary>
internal sealed record IndexedArticle(Article Article, IReadOnlyList<string> SectionTexts);

/// <summary>What is asked: words as typed, how many hits from where, and optional filters (topic key, platform such as "windows", language).</summary>
public sealed record SearchQuery(string Text, int Limit = 10, int Offset = 0, string? Topic = null, string? Platform = null, string? Language = null)
{
    /// <summary>Whom the answer is for; whatever else there is has no part in it.</summary>
    public Clearance Clearance { get; init; } = Clearance.Public;

    /// <summary>The words are meant as they are typed: nothing is corrected.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>The language the reader prefers; articles in it come first. Null: none in particular.</summary>
    public string? ReaderLanguage { get; init; }
}

/// <summary>Hits best first; <paramref name="Total"/> counts all matching articles.</summary>
public sealed record SearchAnswer(string Query, int Total, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>The query as it was understood, when words of it had to be corrected; null when it was taken as typed.</summary>
    public string? Corrected { get; init; }

    /// <summary>How many of all matching articles each way of narrowing would leave.</summary>
    public SearchCounts Counts { get; init; } = SearchCounts.None;

    public static SearchAnswer None(string query) => new(query, 0, []);
}

/// <summary>Matching articles by topic key (directly in it), by platform they name and by language; keys without any are missing.</summary>
public sealed record SearchCounts(IReadOnlyDictionary<string, int> Topics, IReadOnlyDictionary<string, int> Platforms, IReadOnlyDictionary<string, int> Languages)
{
    public static SearchCounts None { get; } = new(new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>());
}

/// <summary>One article that matches. The section is the one that matched best (empty anchor: the article as a whole); a higher score is better.</summary>
public sealed record SearchHit(Slug Slug, string Title, string Topic, Section Section, Snippet Snippet, double Score)
{
    /// <summary>The language the article is in, as in its front matter.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Why it stands where it stands.</summary>
    public Standing Standing { get; init; }

    public string Url => Slug.UrlAt(Section.Anchor);
}

/// <summary>A piece of plain text in runs; the marked ones are what was searched for.</summary>
public sealed record Snippet(IReadOnlyList<(string Text, bool IsMarked)> Runs);

/// <summary>An article by its title, or one of its sections.</summary>
internal sealed record Suggestion(string Title, Slug Slug)
{
    /// <summary>The section that answers; null for the article as a whole.</summary>
    public Section? Section { get; init; }
}
