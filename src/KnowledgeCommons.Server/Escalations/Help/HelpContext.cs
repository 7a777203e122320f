using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What is known when somebody asks for a person: the article they come from in the revision they read (null: it was never published),
/// what they searched for, what they said about articles, and who will have it.
/// </summary>
public sealed record HelpContext
{
    public Article? Article { get; init; }
    public string? Revision { get; init; }
    public IReadOnlyList<PastSearch> Searches { get; init; } = [];
    public IReadOnlyList<PastAnswer> Answers { get; init; } = [];
    /// <summary>Earlier cases of the same browser, newest first.</summary>
    public IReadOnlyList<CaseRow> Cases { get; init; } = [];

    /// <summary>What the browser runs on, as a key of applies_to; null when it does not say.</summary>
    public string? Platform { get; init; }

    public required Responder Responder { get; init; }

    /// <summary>The parts of the article that can have been tried: those with steps in them or, where nothing is numbered, all.</summary>
    public IEnumerable<Section> Steps => Parts.Any(part => part.HasSteps) ? Parts.Where(part => part.HasSteps) : Parts;

    /// <summary>The newest earlier case about the same article or, where no article is spoken of, about anything.</summary>
    public CaseRow? Same => Cases.FirstOrDefault(past => Article is null || past.Article == Article.Slug.Value);

    /// <summary>Whether anything would be passed on that the reader did not type.</summary>
    public bool HasLines => Article is not null || Searches.Count > 0 || Answers.Count > 0 || Cases.Count > 0 || Platform is not null;

    private IEnumerable<Section> Parts => Article?.Sections.Where(section => section.Level is 2 or 3 && section.Anchor.Length > 0) ?? [];

    public PastSearch? Search(string id) => Searches.FirstOrDefault(search => search.Id == id);
}
