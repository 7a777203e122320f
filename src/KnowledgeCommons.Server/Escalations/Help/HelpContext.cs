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
    public required Responder Responder { get; init; }

    /// <summary>The parts of the article that can have been tried: those with steps in them or, where nothing is numbered, all.</summary>
    public IEnumerable<Section> Steps => Parts.Any(part => part.HasSteps) ? Parts.Where(part => part.HasSteps) : Parts;

    private IEnumerable<Section> Parts => Article?.Sections.Where(section => section.Level is 2 or 3 && section.Anchor.Length > 0) ?? [];

    public PastSearch? Search(string id) => Searches.FirstOrDefault(search => search.Id == id);
}
