using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>What is known when somebody asks for a person: the article they come from, what they searched for, and who will have it.</summary>
public sealed record HelpContext(Article? Article, IReadOnlyList<PastSearch> Searches, Responder Responder)
{
    /// <summary>The parts of the article that can have been tried.</summary>
    public IEnumerable<Section> Steps => Article?.Sections.Where(section => section.Level is 2 or 3 && section.Anchor.Length > 0) ?? [];

    public PastSearch? Search(string id) => Searches.FirstOrDefault(search => search.Id == id);
}
