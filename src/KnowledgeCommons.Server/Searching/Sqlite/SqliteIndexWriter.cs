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
    private readonly Statement _gated;
    private readonly Statement _named;
    private readonly Statement _title;
    private readonly Statement _heading;
    private long _lastId;

    public SqliteIndexWriter(SqliteConnection connection)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction();
        _article = Prepare("INSERT INTO article VALUES (@id, @uid, @slug, @title, @also, @symptoms, @summary, @topic, @platforms, @language, @gate)");
        _section = Prepare("INSERT INTO section VALUES (@id, @anchor, @heading, @level, @text)");
        _terms = Prepare(AllWords("terms"));
        _gated = Prepare(AllWords("gated"));
        _named = Prepare(
            "INSERT INTO named (rowid, title, also_called, symptoms, headings, language) VALUES (@id, @title, @also, @symptoms, @headings, @language)");
        _title = Prepare("INSERT INTO titles (rowid, title, language) VALUES (@id, @title, @language)");
        _heading = Prepare("INSERT INTO headings (rowid, heading, language) VALUES (@id, @heading, @language)");
        _lastId = connection.ExecuteScalar<long?>("SELECT max(id) FROM article", transaction: _transaction) ?? 0;
    }

    /// <summary>For a slug that the index is known not to hold. Returns the article's id.</summary>
    public long Add(IndexedArticle indexed)
    {
        Insert(++_lastId, indexed);
        return _lastId;
    }

    /// <summary>Returns the ids that have become free, one for each way the article was seen; none when it was not there.</summary>
    public IReadOnlyList<long> Remove(Slug slug)
    {
        var ids = _connection.Query<long>("SELECT id FROM article WHERE slug = @slug", new { slug = slug.Value }, _transaction).AsList();
        foreach (var id in ids) Remove(id);
        return ids;
    }

    private void Remove(long id) =>
        _connection.Execute(
            """
            DELETE FROM terms WHERE rowid = @id;
            DELETE FROM gated WHERE rowid = @id;
            DELETE FROM named WHERE rowid = @id;
            DELETE FROM titles WHERE rowid = @id;
            DELETE FROM headings WHERE rowid IN (SELECT id FROM section WHERE id >= @id * @sections AND id < (@id + 1) * @sections AND heading <> '');
            DELETE FROM section WHERE id >= @id * @sections AND id < (@id + 1) * @sections;
            DELETE FROM article WHERE id = @id;
            """, new { id, sections = SectionsPerArticle }, _transaction);

    /// <summary>Merges what was written in pieces, so that questions have one place to look; worth its time after a whole library.</summary>
    public void Compact() =>
        _connection.Execute(
            """
            INSERT INTO terms (terms) VALUES ('optimize');
            INSERT INTO gated (gated) VALUES ('optimize');
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
        foreach (var statement in (Statement[])[_article, _section, _terms, _gated, _named, _title, _heading]) statement.Dispose();
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
        var gate = article.Gate.IsOpen ? "" : Fts5Query.Mark(GateMark.Of(article.Gate));
        var spoken = $"{Fts5Query.Mark(language)} {gate}";
        _article.Run(id, article.Id, article.Slug.Value, article.Title, also, symptoms, article.Summary, article.Topic, platforms, language, GateMark.Write(article.Gate));
        foreach (var words in gate.Length == 0 ? (Statement[])[_terms] : [_terms, _gated])
            words.Run(id, Indexed(article.Title), Indexed(also), Indexed(symptoms), Indexed(article.Summary), Indexed(headings), Indexed(body),
                Codes.AllIn(string.Join('\n', article.Title, also, symptoms, article.Summary, headings, body)), spoken);
        _named.Run(id, Indexed(article.Title), Indexed(also), Indexed(symptoms), Indexed(headings), spoken);
        _title.Run(id, Languages.Plain(article.Title), gate);
        var sectionId = id * SectionsPerArticle;
        foreach (var (section, text) in article.Sections.Zip(indexed.SectionTexts).Take(SectionsPerArticle))
        {
            _section.Run(sectionId, section.Anchor, section.Heading, section.Level, text);
            if (section.Heading.Length > 0) _heading.Run(sectionId, Languages.Plain(section.Heading), gate);
            sectionId++;
        }

        string Indexed(string text) => Languages.Indexed(text, language);
    }

    private static string AllWords(string table) =>
        $"""
        INSERT INTO {table} (rowid, title, also_called, symptoms, summary, headings, body, codes, language)
        VALUES (@id, @title, @also, @symptoms, @summary, @headings, @body, @codes, @language)
        """;

    private Statement Prepare(string sql) => new(_connection, sql, _transaction);
}
