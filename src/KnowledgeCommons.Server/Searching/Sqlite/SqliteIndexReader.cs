using Dapper;
using KnowledgeCommons.Content.Articles;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>One connection to the index with its questions ready to run. Used by one thread at a time.</summary>
internal sealed class SqliteIndexReader : IIndexReader, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Fts5Tally _tally;
    private readonly Dictionary<string, string> _marks = [];
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _documents;
    private readonly Statement _gated;
    private readonly Statement _matching;
    private readonly Statement _matchingNamed;
    private readonly Statement _having;
    private readonly Statement _article;
    private readonly Statement _sections;
    private readonly Statement _titles;
    private readonly Statement _headings;

    public SqliteIndexReader(SqliteConnection connection)
    {
        _connection = connection;
        _tally = new(connection);
        _begin = new(connection, "BEGIN");
        _end = new(connection, "COMMIT");
        _documents = new(connection, "SELECT doc FROM vocabulary WHERE term = @term");
        _gated = new(connection, "SELECT DISTINCT g.doc, a.gate FROM gated_words g JOIN article a ON a.id = g.doc WHERE g.term = @term");
        _matching = new(connection, Counting("terms"));
        _matchingNamed = new(connection, Counting("named"));
        _having = new(connection, "SELECT rowid FROM terms WHERE terms MATCH @match LIMIT @most");
        _article = new(connection, "SELECT slug, title, also_called, symptoms, summary, topic, language FROM article WHERE id = @id");
        _sections = new(connection, "SELECT anchor, heading, level, text FROM section WHERE id >= @first AND id < @end ORDER BY id");
        _titles = new(connection, "SELECT title, slug FROM article WHERE id IN (SELECT rowid FROM titles WHERE titles MATCH @match LIMIT @most)");
        _headings = new(connection,
            $"""
            SELECT section.anchor, section.heading, section.level, article.title, article.slug
            FROM (SELECT rowid AS id FROM headings WHERE headings MATCH @match LIMIT @most) found
            JOIN section ON section.id = found.id JOIN article ON article.id = found.id / {SqliteIndexWriter.SectionsPerArticle}
            """);
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

    public long Documents(string stem)
    {
        using var rows = _documents.Ask(stem);
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    public IReadOnlyList<long> Among(string stem, IReadOnlyList<string> marks) =>
        [.. All(_gated.Ask(stem), rows => (Id: rows.GetInt64(0), Gate: rows.GetString(1))).Where(row => marks.Contains(MarkOf(row.Gate))).Select(row => row.Id)];

    public Tally Matching(Expression sought, int most)
    {
        var tally = _tally.Rows = new(sought.Leaves().Count());
        using var rows = sought is Named named ? _matchingNamed.Ask(Fts5Query.Of(named.Part), most) : _matching.Ask(Fts5Query.Of(sought), most);
        rows.Read();
        return tally;
    }

    public IReadOnlyList<long> Having(Expression sought, int most) => All(_having.Ask(Fts5Query.Of(sought), most), rows => rows.GetInt64(0));

    public IndexedText? Article(long id)
    {
        using var rows = _article.Ask(id);
        if (!rows.Read()) return null;
        var (slug, symptoms) = (Slug.Parse(rows.GetString(0), null), rows.GetString(3).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return new(slug, rows.GetString(1), rows.GetString(2), symptoms, rows.GetString(4), rows.GetString(5), rows.GetString(6), Sections(id));
    }

    public IReadOnlyList<Suggestion> Titles(Expression sought, int most) =>
        All(_titles.Ask(Fts5Query.Of(sought), most), rows => new Suggestion(rows.GetString(0), Slug.Parse(rows.GetString(1), null)));

    public IReadOnlyList<Suggestion> Headings(Expression sought, int most) => All(_headings.Ask(Fts5Query.Of(sought), most), rows =>
        new Suggestion(rows.GetString(3), Slug.Parse(rows.GetString(4), null)) { Section = new(rows.GetString(0), rows.GetString(1), rows.GetInt32(2)) });

    public IndexFacts Facts()
    {
        const string facets = "SELECT id AS Id, uid AS Uid, topic AS Topic, platforms AS Platforms, language AS Language, gate AS Gate FROM article INDEXED BY article_facet";
        var all = _connection.Query<(long Id, string Uid, string Topic, string Platforms, string Language, string Gate)>(facets, buffered: false);
        return IndexFacts.None.With(
            [], [.. all.Select(row => KeyValuePair.Create(row.Id, new Facet(row.Uid, row.Topic, Split(row.Platforms), row.Language) { Gate = GateMark.Read(row.Gate) }))], TopicTitles());

        static string[] Split(string platforms) => platforms.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    public FieldLengths ReadLengths() => FieldLengths.None.With([], [.. Fts5Lengths.All(_connection)]);

    /// <summary>The lengths after articles went and came.</summary>
    public FieldLengths ReadLengths(IReadOnlyCollection<long> removed, IEnumerable<long> added) =>
        Lengths.With(removed, [.. added.SelectMany(article => Fts5Lengths.Of(article, _connection))]);

    /// <summary>Every text whose words a misspelt one may have been meant as.</summary>
    public IEnumerable<string> TellingTexts() =>
        _connection.Query<string>("SELECT title || char(10) || also_called || char(10) || symptoms || char(10) || summary FROM article", buffered: false)
            .Concat(_connection.Query<string>("SELECT DISTINCT heading FROM section", buffered: false));

    /// <summary>All topics in their order.</summary>
    public List<(string Key, string Title)> TopicTitles() => _connection.Query<(string, string)>("SELECT key, title FROM topic ORDER BY place, key").AsList();

    public void Dispose()
    {
        Statement[] all = [_begin, _end, _documents, _gated, _matching, _matchingNamed, _having, _article, _sections, _titles, _headings];
        foreach (var statement in all) statement.Dispose();
        _connection.Dispose();
        _tally.Dispose();
    }

    private string MarkOf(string gate) => _marks.TryGetValue(gate, out var mark) ? mark : _marks[gate] = GateMark.Of(GateMark.Read(gate));

    private static string Counting(string table) => $"SELECT count(found) FROM (SELECT tally({table}) AS found FROM {table} WHERE {table} MATCH @match LIMIT @most)";

    private List<SectionText> Sections(long article) =>
        All(_sections.Ask(article * SqliteIndexWriter.SectionsPerArticle, (article + 1) * SqliteIndexWriter.SectionsPerArticle),
            rows => new SectionText(new Section(rows.GetString(0), rows.GetString(1), rows.GetInt32(2)), rows.GetString(3)));

    private static List<T> All<T>(SqliteDataReader answer, Func<SqliteDataReader, T> read)
    {
        using var rows = answer;
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }
}
