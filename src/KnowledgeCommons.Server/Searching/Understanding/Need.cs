namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// One thing that an article should have: any of the expressions. <paramref name="Stems"/> are those of the words that are marked when they stand in a
/// text; several with spaces between, only where they follow each other. <paramref name="Articles"/>: in how many articles it stands at most, as far as known.
/// </summary>
internal sealed record Need(IReadOnlyList<Expression> Meanings, IReadOnlyList<string> Stems, long Articles, bool SaysLittle)
{
    /// <summary>The word that was taken instead of the one typed; null when it was taken as typed.</summary>
    public (string Typed, string Taken)? Correction { get; init; }

    /// <summary>What is better than nothing: the words of a term apart.</summary>
    public IReadOnlyList<Expression> Loosely { get; init; } = [];

    public Expression Match { get; } = Expression.Any(Meanings);
}
