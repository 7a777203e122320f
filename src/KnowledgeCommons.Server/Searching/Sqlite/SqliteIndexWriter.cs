using Dapper;
using KnowledgeCommons.Content.Articles;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>Writes one change of the library in one transaction: until <see cref="Finish"/> has returned, the index is what it was.</summary>
internal sealed class SqliteIndexWriter : IDisposable
{
    /// <summary>Sections of one article lie next to each other: their ids begin with the article's.</summary>
    public const int SectionsPerArticle = 1 << 16;

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Statement _article;
    private readonly Statement _section;
    private readonly Statement _terms;
    private readonly Statement _named;
    private readonly Statement _title;
    private readonly Statement _heading;
    private long _lastId;

    public SqliteIndexWriter(SqliteConnection connection)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction();
        _article = Prepare("INSERT INTO article VALUES (@id, @uid, @slug, @title, @also, @symptoms, @summary, @topic, @platforms, @language)");
        _section = Prepare("INSERT INTO section VALUES (@id, @anchor, @heading, @level, @text)");
        _terms = Prepare(
            """
            INSERT INTO terms (rowid, title, also_called, symptoms, summary, headings, body, codes, language)
            VALUES (@id, @title, @also, @symptoms, @summary, @headings, @body, @codes, @language)
            """);
        _named = Prepare(
            "INSERT INTO named (rowid, title, also_called, symptoms, headings, language) VALUES (@id, @title, @also, @symptoms, @headings, @language)");
        _title = Prepare("INSERT INTO titles (rowid, title) VALUES (@id, @title)");
        _heading = Prepare("INSERT INTO headings (rowid, heading) VALUES (@id, @heading)");
        _lastId = connection.ExecuteScalar<long?>("SELECT max(id) FROM article", transaction: _transaction) ?? 0;
    }

    /// <summary>For a slug that the index is known not to hold. Returns the article's id.</summary>
    public long Add(IndexedArticle indexed)
    {
        Insert(++_lastId, indexed);
        return _lastId;
    }

    /// <summary>Returns the id that has become free; null when the article was not there.</summary>
    public long? Remove(Slug slug)
    {
        var id = _connection.ExecuteScalar<long?>("SELECT id FROM article WHERE slug = @slug", new { slug = slug.Value }, _transaction);
        if (id is null) return null;
        _connection.Execute(
            """
            DELETE FROM terms WHERE rowid = @id;
            DELETE FROM named WHERE rowid = @id;
            DELETE FROM titles WHERE rowid = @id;
            DELETE FROM headings WHERE rowid IN (SELECT id FROM section WHERE id >= @id * @sections AND id < (@id + 1) * @sections AND heading <> '');
            DELETE FROM section WHERE id >= @id * @sections AND id < (@id + 1) * @sections;
            DELETE FROM article WHERE id = @id;
            """, new { id, sections = SectionsPerArticle }, _transaction);
        return id;
    }

    /// <summary>Merges what was written in pieces, so that questions have one place to look; worth its time after a whole library.</summary>
    public void Compact() =>
        _connection.Execute(
            """
            INSERT INTO terms (terms) VALUES ('optimize');
            INSERT INTO named (named) VALUES ('optimize');
            INSERT INTO titles (titles) VALUES ('optimize');
            INSERT INTO headings (headings) VALUES ('optimize');
            """, transaction: _transaction);

    public void Finish(Library library)
    {
        _connection.Execute("DELETE FROM topic; DELETE FROM held", transaction: _transaction);
        var topics = library.Topics.Select((topic, place) => new { topic.Key, topic.Title, Place = place });
        _connection.Execute("INSERT INTO topic VALUES (@Key, @Title, @Place)", topics, _transaction);
        _connection.Execute("INSERT INTO held VALUES (@Version)", new { library.Version }, _transaction);
        _transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_article, _section, _terms, _named, _title, _heading]) statement.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Insert(long id, IndexedArticle indexed)
    {
        var article = indexed.Article;
        var (also, symptoms) = (string.Join('\n', article.AlsoCalled), string.Join('\n', article.Symptoms));
        var headings = string.Join('\n', article.Sections.Select(section => section.Heading));
        var body = string.Join('\n', indexed.SectionTexts);
        var platforms = article.AppliesTo.Count == 0 ? "" : $" {string.Join(' ', article.AppliesTo)} ".ToLowerInvariant();
        var language = article.Language.ToLowerInvariant();
        _article.Run(id, article.Id, article.Slug.Value, article.Title, also, symptoms, article.Summary, article.Topic, platforms, language);
        _terms.Run(id, Indexed(article.Title), Indexed(also), Indexed(symptoms), Indexed(article.Summary), Indexed(headings), Indexed(body),
            Codes.AllIn(string.Join('\n', article.Title, also, symptoms, article.Summary, headings, body)), Fts5Query.Mark(language));
        _named.Run(id, Indexed(article.Title), Indexed(also), Indexed(symptoms), Indexed(headings), Fts5Query.Mark(language));
        _title.Run(id, Languages.Plain(article.Title));
        var sectionId = id * SectionsPerArticle;
        foreach (var (section, text) in article.Sections.Zip(indexed.SectionTexts).Take(SectionsPerArticle))
        {
            _section.Run(sectionId, section.Anchor, section.Heading, section.Level, text);
            if (section.Heading.Length > 0) _heading.Run(sectionId, Languages.Plain(section.Heading));
            sectionId++;
        }

        string Indexed(string text) => Languages.Indexed(text, language);
    }

    private Statement Prepare(string sql) => new(_connection, sql, _transaction);
}
