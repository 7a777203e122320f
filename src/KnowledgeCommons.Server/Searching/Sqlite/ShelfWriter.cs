using Dapper;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>Puts the words of articles on one shelf, as part of a change of the index.</summary>
internal sealed class ShelfWriter : IDisposable
{
    private readonly SqliteTransaction _transaction;
    private readonly ShelfTables _tables;
    private readonly Statement _terms;
    private readonly Statement _named;
    private readonly Statement _title;
    private readonly Statement _heading;

    public ShelfWriter(long number, SqliteTransaction transaction)
    {
        (_transaction, _tables) = (transaction, new ShelfTables(number));
        _terms = Prepare(
            $"""
            INSERT INTO {_tables.Terms} (rowid, title, also_called, symptoms, summary, headings, body, codes, language)
            VALUES (@id, @title, @also, @symptoms, @summary, @headings, @body, @codes, @language)
            """);
        _named = Prepare(
            $"INSERT INTO {_tables.Named} (rowid, title, also_called, symptoms, headings, language) VALUES (@id, @title, @also, @symptoms, @headings, @language)");
        _title = Prepare($"INSERT INTO {_tables.Titles} (rowid, title) VALUES (@id, @title)");
        _heading = Prepare($"INSERT INTO {_tables.Headings} (rowid, heading) VALUES (@id, @heading)");
    }

    public long Number => _tables.Number;

    public void Add(long id, IndexedArticle indexed)
    {
        var article = indexed.Article;
        var (also, symptoms) = (string.Join('\n', article.AlsoCalled), string.Join('\n', article.Symptoms));
        var headings = string.Join('\n', article.Sections.Select(section => section.Heading));
        var body = string.Join('\n', indexed.SectionTexts);
        var codes = Codes.AllIn(string.Join('\n', article.Title, also, symptoms, article.Summary, headings, body));
        var language = Fts5Query.Mark(article.Language);
        _terms.Run(id, Indexed(article.Title), Indexed(also), Indexed(symptoms), Indexed(article.Summary), Indexed(headings), Indexed(body), codes, language);
        _named.Run(id, Indexed(article.Title), Indexed(also), Indexed(symptoms), Indexed(headings), language);
        _title.Run(id, Languages.Plain(article.Title));

        string Indexed(string text) => Languages.Indexed(text, article.Language.ToLowerInvariant());
    }

    public void AddHeading(long section, string heading) => _heading.Run(section, Languages.Plain(heading));

    public void Remove(long id) =>
        Execute(
            $"""
            DELETE FROM {_tables.Terms} WHERE rowid = @id;
            DELETE FROM {_tables.Named} WHERE rowid = @id;
            DELETE FROM {_tables.Titles} WHERE rowid = @id;
            DELETE FROM {_tables.Headings} WHERE rowid IN (SELECT id FROM section WHERE id >= @id * @sections AND id < (@id + 1) * @sections AND heading <> '');
            """, new { id, sections = SqliteIndexWriter.SectionsPerArticle });

    /// <summary>Merges what was written in pieces.</summary>
    public void Compact() => Execute(string.Concat(_tables.Indexed.Select(table => $"INSERT INTO {table} ({table}) VALUES ('optimize');")));

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_terms, _named, _title, _heading]) statement.Dispose();
    }

    private SqliteConnection Connection => _transaction.Connection ?? throw new InvalidOperationException("The change has ended.");

    private void Execute(string sql, object? values = null) => Connection.Execute(sql, values, _transaction);

    private Statement Prepare(string sql) => new(Connection, sql, _transaction);
}
