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
    private readonly Dictionary<long, ShelfWriter> _shelves = [];
    private readonly Dictionary<Gate, ShelfWriter> _byGate = [];
    private long _lastId;

    public SqliteIndexWriter(SqliteConnection connection)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction();
        _article = Prepare("INSERT INTO article VALUES (@id, @uid, @slug, @title, @also, @symptoms, @summary, @topic, @platforms, @language, @shelf)");
        _section = Prepare("INSERT INTO section VALUES (@id, @anchor, @heading, @level, @text)");
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
        var seen = _connection.Query<(long Id, long Shelf)>("SELECT id, shelf FROM article WHERE slug = @slug", new { slug = slug.Value }, _transaction).AsList();
        foreach (var (id, shelf) in seen)
        {
            Shelf(shelf).Remove(id);
            _connection.Execute(
                """
                DELETE FROM section WHERE id >= @id * @sections AND id < (@id + 1) * @sections;
                DELETE FROM article WHERE id = @id;
                """, new { id, sections = SectionsPerArticle }, _transaction);
        }
        return [.. seen.Select(each => each.Id)];
    }

    /// <summary>Merges what was written in pieces, so that questions have one place to look; worth its time after a whole library.</summary>
    public void Compact()
    {
        foreach (var shelf in _shelves.Values) shelf.Compact();
    }

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
        foreach (var shelf in _shelves.Values) shelf.Dispose();
        foreach (var statement in (Statement[])[_article, _section]) statement.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Insert(long id, IndexedArticle indexed)
    {
        var article = indexed.Article;
        var (also, symptoms) = (string.Join('\n', article.AlsoCalled), string.Join('\n', article.Symptoms));
        var platforms = article.AppliesTo.Count == 0 ? "" : $" {string.Join(' ', article.AppliesTo)} ".ToLowerInvariant();
        var shelf = Shelf(article.Gate);
        _article.Run(id, article.Id, article.Slug.Value, article.Title, also, symptoms, article.Summary, article.Topic, platforms, article.Language.ToLowerInvariant(), shelf.Number);
        shelf.Add(id, indexed);
        var sectionId = id * SectionsPerArticle;
        foreach (var (section, text) in article.Sections.Zip(indexed.SectionTexts).Take(SectionsPerArticle))
        {
            _section.Run(sectionId, section.Anchor, section.Heading, section.Level, text);
            if (section.Heading.Length > 0) shelf.AddHeading(sectionId, section.Heading);
            sectionId++;
        }
    }

    private ShelfWriter Shelf(Gate gate) => _byGate.TryGetValue(gate, out var known) ? known : _byGate[gate] = Shelf(NumberOf(gate) ?? NewShelf(gate));

    private ShelfWriter Shelf(long number) => _shelves.TryGetValue(number, out var known) ? known : _shelves[number] = new ShelfWriter(number, _transaction);

    private long? NumberOf(Gate gate) =>
        _connection.ExecuteScalar<long?>("SELECT number FROM shelf WHERE gate = @gate", new { gate = GateMark.Write(gate) }, _transaction);

    private long NewShelf(Gate gate)
    {
        var number = _connection.ExecuteScalar<long>("INSERT INTO shelf (gate) VALUES (@gate) RETURNING number", new { gate = GateMark.Write(gate) }, _transaction);
        _connection.Execute(new ShelfTables(number).Definition, transaction: _transaction);
        return number;
    }

    private Statement Prepare(string sql) => new(_connection, sql, _transaction);
}
