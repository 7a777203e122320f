namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// An article without the parts that are only for <paramref name="Hidden"/>: made from a source in which they never stood, so that neither its words nor
/// its headings, pictures or sections tell of them. <paramref name="Shown"/> are the audiences whose parts it still has.
/// </summary>
public sealed record ArticleCut(IReadOnlyList<Audience> Hidden, IReadOnlyList<Audience> Shown, Article Article, IReadOnlyList<string> SectionTexts);
