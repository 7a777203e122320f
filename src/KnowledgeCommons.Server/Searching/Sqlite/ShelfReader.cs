using KnowledgeCommons.Content.Articles;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>The questions to one shelf, ready to run.</summary>
internal sealed class ShelfReader : IDisposable
{
    private readonly Statement _documents;
    private readonly Statement _matching;
    private readonly Statement _matchingNamed;
    private readonly Statement _having;
    private readonly Statement _titles;
    private readonly Statement _headings;

    public ShelfReader(SqliteConnection connection, long number)
    {
        var tables = new ShelfTables(number);
        _documents = new(connection, $"SELECT doc FROM {tables.Vocabulary} WHERE term = @term");
        _matching = new(connection, Counting(tables.Terms));
        _matchingNamed = new(connection, Counting(tables.Named));
        _having = new(connection, $"SELECT rowid FROM {tables.Terms} WHERE {tables.Terms} MATCH @match LIMIT @most");
        _titles = new(connection, $"SELECT title, slug FROM article WHERE id IN (SELECT rowid FROM {tables.Titles} WHERE {tables.Titles} MATCH @match LIMIT @most)");
        _headings = new(connection,
            $"""
            SELECT section.anchor, section.heading, section.level, article.title, article.slug
            FROM (SELECT rowid AS id FROM {tables.Headings} WHERE {tables.Headings} MATCH @match LIMIT @most) found
            JOIN section ON section.id = found.id JOIN article ON article.id = found.id / {SqliteIndexWriter.SectionsPerArticle}
            """);
    }

    public long Documents(string stem)
    {
        using var rows = _documents.Ask(stem);
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    /// <summary>What is found is written down by <see cref="Fts5Tally"/>.</summary>
    public void Tally(Expression sought, int most)
    {
        using var rows = sought is Named named ? _matchingNamed.Ask(Fts5Query.Of(named.Part), most) : _matching.Ask(Fts5Query.Of(sought), most);
        rows.Read();
    }

    public IEnumerable<long> Having(Expression sought, int most) => _having.All(rows => rows.GetInt64(0), Fts5Query.Of(sought), most);

    public IEnumerable<Suggestion> Titles(Expression sought, int most) =>
        _titles.All(rows => new Suggestion(rows.GetString(0), Slug.Parse(rows.GetString(1), null)), Fts5Query.Of(sought), most);

    public IEnumerable<Suggestion> Headings(Expression sought, int most) => _headings.All(rows =>
        new Suggestion(rows.GetString(3), Slug.Parse(rows.GetString(4), null)) { Section = new(rows.GetString(0), rows.GetString(1), rows.GetInt32(2)) }, Fts5Query.Of(sought), most);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_documents, _matching, _matchingNamed, _having, _titles, _headings]) statement.Dispose();
    }

    private static string Counting(string table) => $"SELECT count(found) FROM (SELECT tally({table}) AS found FROM {table} WHERE {table} MATCH @match LIMIT @most)";
}
