using Dapper;
using KnowledgeCommons.Content.Articles;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>One connection to the index with its questions ready to run. Used by one thread at a time.</summary>
internal sealed class SqliteIndexReader : IShelvedIndex, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Fts5Tally _tally;
    private readonly Dictionary<Gate, ShelfReader> _shelves = [];
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _shelf;
    private readonly Statement _article;
    private readonly Statement _sections;

    public SqliteIndexReader(SqliteConnection connection)
    {
        _connection = connection;
        _tally = new(connection);
        _begin = new(connection, "BEGIN");
        _end = new(connection, "COMMIT");
        _shelf = new(connection, "SELECT number FROM shelf WHERE gate = @gate");
        _article = new(connection, "SELECT slug, title, also_called, symptoms, summary, topic, language FROM article WHERE id = @id");
        _sections = new(connection, "SELECT anchor, heading, level, text FROM section WHERE id >= @first AND id < @end ORDER BY id");
    }

    /// <summary>Of the state of the index that is asked.</summary>
    public FieldLengths Lengths { get; set; } = FieldLengths.None;

    /// <summary>Asks several questions of one and the same state of the index, whatever is written meanwhile.</summary>
    public T Consistently<T>(Func<SqliteIndexReader, T> ask)
    {
        _begin.Run();
        var answer = ask(this);
        _end.Run();
        return answer;
    }

    public IIndexReader Open(IReadOnlyCollection<Gate> gates, FieldLengths lengths) => new OpenShelves(this, [.. gates.Select(Shelf).OfType<ShelfReader>()], _tally, lengths);

    public IndexedText? Article(long id)
    {
        using var rows = _article.Ask(id);
        if (!rows.Read()) return null;
        var (slug, symptoms) = (Slug.Parse(rows.GetString(0), null), rows.GetString(3).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return new(slug, rows.GetString(1), rows.GetString(2), symptoms, rows.GetString(4), rows.GetString(5), rows.GetString(6), Sections(id));
    }

    public IndexFacts Facts()
    {
        const string facets = "SELECT id AS Id, uid AS Uid, topic AS Topic, platforms AS Platforms, language AS Language, shelf AS Shelf FROM article INDEXED BY article_facet";
        var gates = Gates();
        var all = _connection.Query<(long Id, string Uid, string Topic, string Platforms, string Language, long Shelf)>(facets, buffered: false);
        return IndexFacts.None.With(
            [], [.. all.Select(row => KeyValuePair.Create(row.Id, new Facet(row.Uid, row.Topic, Split(row.Platforms), row.Language) { Gate = gates[row.Shelf] }))], TopicTitles());

        static string[] Split(string platforms) => platforms.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public FieldLengths ReadLengths() => FieldLengths.None.With([], [.. Gates().Keys.SelectMany(shelf => Fts5Lengths.All(_connection, shelf))]);

    /// <summary>The lengths after articles went and came.</summary>
    public FieldLengths ReadLengths(IReadOnlyCollection<long> removed, IEnumerable<KeyValuePair<long, Facet>> added) =>
        Lengths.With(removed, [.. added.SelectMany(article => Fts5Lengths.Of(article.Key, _connection, NumberOf(article.Value.Gate) ?? throw new InvalidOperationException("An article stands on no shelf.")))]);

    /// <summary>Every text whose words a misspelt one may have been meant as, and who may see it.</summary>
    public IEnumerable<(Gate Gate, string Text)> TellingTexts()
    {
        var gates = Gates();
        const string articles = "SELECT shelf, title || char(10) || also_called || char(10) || symptoms || char(10) || summary FROM article";
        const string headings = "SELECT DISTINCT article.shelf, section.heading FROM section JOIN article ON article.id = section.id / @sections";
        return _connection.Query<(long Shelf, string Text)>(articles, buffered: false)
            .Concat(_connection.Query<(long Shelf, string Text)>(headings, new { sections = SqliteIndexWriter.SectionsPerArticle }, buffered: false))
            .Select(row => (gates[row.Shelf], row.Text));
    }

    /// <summary>All topics in their order.</summary>
    public List<(string Key, string Title)> TopicTitles() => _connection.Query<(string, string)>("SELECT key, title FROM topic ORDER BY place, key").AsList();

    public void Dispose()
    {
        foreach (var shelf in _shelves.Values) shelf.Dispose();
        foreach (var statement in (Statement[])[_begin, _end, _shelf, _article, _sections]) statement.Dispose();
        _connection.Dispose();
        _tally.Dispose();
    }

    // A shelf that was made for somebody once stays where it is, so that what is known of it does.
    private ShelfReader? Shelf(Gate gate)
    {
        if (_shelves.TryGetValue(gate, out var known)) return known;
        return NumberOf(gate) is { } number ? _shelves[gate] = new ShelfReader(_connection, number) : null;
    }

    private long? NumberOf(Gate gate)
    {
        using var rows = _shelf.Ask(GateMark.Write(gate));
        return rows.Read() ? rows.GetInt64(0) : null;
    }

    private Dictionary<long, Gate> Gates() =>
        _connection.Query<(long Number, string Gate)>("SELECT number, gate FROM shelf ORDER BY number").ToDictionary(shelf => shelf.Number, shelf => GateMark.Read(shelf.Gate));

    private List<SectionText> Sections(long article) => _sections.All(
        rows => new SectionText(new Section(rows.GetString(0), rows.GetString(1), rows.GetInt32(2)), rows.GetString(3)),
        article * SqliteIndexWriter.SectionsPerArticle, (article + 1) * SqliteIndexWriter.SectionsPerArticle);
}
