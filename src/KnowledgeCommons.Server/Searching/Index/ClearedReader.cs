namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Asks an index so that what is hidden is left out where it looks, not from what it found: otherwise hidden articles would take the place of others, and how
/// many there are could be told from what is missing.
/// </summary>
internal sealed class ClearedReader(IIndexReader whole, ClearedIndex index) : IIndexReader
{
    public FieldLengths Lengths => index.Lengths;

    public long Documents(string stem) => whole.Documents(stem) - whole.Among(stem, index.Marks).Count;

    public IReadOnlyList<long> Among(string stem, IReadOnlyList<string> marks) => [.. whole.Among(stem, marks).Where(article => !index.Hides(article))];

    public Tally Matching(Expression sought, int most) => whole.Matching(sought is Named named ? new Named(Cleared(named.Part)) : Cleared(sought), most);

    public IReadOnlyList<long> Having(Expression sought, int most) => whole.Having(Cleared(sought), most);

    public IndexedText? Article(long id) => index.Hides(id) ? null : whole.Article(id);

    public IReadOnlyList<Suggestion> Titles(Expression sought, int most) => whole.Titles(Cleared(sought), most);

    public IReadOnlyList<Suggestion> Headings(Expression sought, int most) => whole.Headings(Cleared(sought), most);

    // Its words stand behind those of the expression, so that these are counted as they are without it.
    private Within Cleared(Expression sought) => new(sought, index.Marks, IsOutside: true);
}
