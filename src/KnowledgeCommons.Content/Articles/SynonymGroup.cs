namespace KnowledgeCommons.Content.Articles;

/// <summary>
/// One line of <c>_synonyms.yml</c>. In a group each of <paramref name="Terms"/> finds what any other of them finds, and <paramref name="Means"/> is empty;
/// in a one-way line each of the terms also finds what stands in <paramref name="Means"/>, and not the reverse. A term is one word or several with
/// single spaces between, in lower case (NFC), as people type it: not stemmed. <paramref name="Language"/> is that of the articles the line is for, such
/// as "de"; null: of all.
/// </summary>
public sealed record SynonymGroup(string? Language, IReadOnlyList<string> Terms, IReadOnlyList<string> Means)
{
    public bool IsOneWay => Means.Count > 0;

    /// <summary>What else somebody means who types <paramref name="term"/>; empty when this line says nothing about it.</summary>
    public IEnumerable<string> MeantBy(string term) => !Terms.Contains(term) ? [] : IsOneWay ? Means : Terms.Where(other => other != term);
}
