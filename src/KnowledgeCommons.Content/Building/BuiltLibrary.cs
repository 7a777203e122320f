using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Building;

/// <summary>
/// A new library beside what it was made of. <paramref name="Prepared"/> holds the good version of every article by path, to be handed to the next
/// build; <paramref name="Findings"/> are all that is wrong with the content now, worst first.
/// </summary>
public sealed record BuiltLibrary(Library Library, IReadOnlyDictionary<string, PreparedArticle> Prepared, IReadOnlyList<Finding> Findings);
