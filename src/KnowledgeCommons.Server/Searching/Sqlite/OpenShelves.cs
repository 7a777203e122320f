namespace KnowledgeCommons.Server.Searching;

/// <summary>Some shelves of an index as if there were no others: each is asked, and what they say is put together.</summary>
internal sealed class OpenShelves(SqliteIndexReader index, IReadOnlyList<ShelfReader> shelves, Fts5Tally written, FieldLengths lengths) : IIndexReader
{
    public FieldLengths Lengths => lengths;

    public long Documents(string stem) => shelves.Sum(shelf => shelf.Documents(stem));

    public Tally Matching(Expression sought, int most)
    {
        var tally = written.Rows = new(sought.Leaves().Count());
        foreach (var shelf in shelves.TakeWhile(_ => tally.Count < most)) shelf.Tally(sought, most - tally.Count);
        return tally;
    }

    public IReadOnlyList<long> Having(Expression sought, int most) => UpTo(most, (shelf, left) => shelf.Having(sought, left));

    public IndexedText? Article(long id) => index.Article(id);

    public IReadOnlyList<Suggestion> Titles(Expression sought, int most) => UpTo(most, (shelf, left) => shelf.Titles(sought, left));

    public IReadOnlyList<Suggestion> Headings(Expression sought, int most) => UpTo(most, (shelf, left) => shelf.Headings(sought, left));

    private List<T> UpTo<T>(int most, Func<ShelfReader, int, IEnumerable<T>> ask)
    {
        var found = new List<T>();
        foreach (var shelf in shelves.TakeWhile(_ => found.Count < most)) found.AddRange(ask(shelf, most - found.Count));
        return found;
    }
}
