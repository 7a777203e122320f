using Dapper;
using KnowledgeCommons.Content.Articles;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Server.Searching;

/// <summary>One connection to the index with its questions ready to run. Used by one thread at a time.</summary>
internal sealed class IndexReader : IDisposable
{
    // Weights of title, also_called, symptoms, summary, headings, body.
    private const string Score = "bm25(terms, 10.0, 6.0, 6.0, 3.0, 2.0, 1.0)";

    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _documents;
    private readonly Statement _matching;
    private readonly Statement _matchingWithin;
    private readonly Statement _article;
    private readonly Statement _sections;
    private readonly Statement _titles;
    private readonly Statement _topics;

    public IndexReader(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new(connection, "BEGIN");
        _end = new(connection, "COMMIT");
        _documents = new(connection, "SELECT doc FROM vocabulary WHERE term = @term");
        _matching = new(connection, $"SELECT rowid, {Score} FROM terms WHERE terms MATCH @match");
        _matchingWithin = new(connection,
            $"""
            SELECT terms.rowid, {Score} FROM terms JOIN article ON article.id = terms.rowid
            WHERE terms MATCH @match
              AND (@topic = '' OR topic = @topic OR substr(topic, 1, length(@topic) + 1) = @topic || '/')
              AND (@platform = '' OR platforms = '' OR instr(platforms, ' ' || @platform || ' ') > 0)
              AND (@language = '' OR language = @language OR substr(language, 1, length(@language) + 1) = @language || '-')
            """);
        _article = new(connection, "SELECT slug, title, also_called, symptoms, summary, topic, language FROM article WHERE id = @id");
        _sections = new(connection, "SELECT anchor, heading, level, text FROM section WHERE id >= @first AND id < @end ORDER BY id");
        _titles = new(connection, "SELECT title, slug FROM article WHERE id IN (SELECT rowid FROM titles WHERE titles MATCH @match LIMIT @most)");
        _topics = new(connection,
            """
            SELECT topic, count(*) FROM article WHERE id IN (SELECT rowid FROM terms WHERE terms MATCH @match LIMIT @most)
            GROUP BY topic ORDER BY 2 DESC, 1
            """);
    }

    /// <summary>Asks several questions of one and the same state of the index, whatever is written meanwhile.</summary>
    public T Consistently<T>(Func<IndexReader, T> ask)
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

    /// <summary>All articles that match, in no order; a higher score is better.</summary>
    public List<(long Id, double Score)> Matching(string match, SearchQuery within)
    {
        var isFiltered = within.Topic is not null || within.Platform is not null || within.Language is not null;
        using var rows = isFiltered
            ? _matchingWithin.Ask(match, within.Topic ?? "", Lower(within.Platform), Lower(within.Language))
            : _matching.Ask(match);
        var found = new List<(long, double)>();
        while (rows.Read()) found.Add((rows.GetInt64(0), -rows.GetDouble(1)));
        return found;
    }

    public IndexedText? Article(long id)
    {
        using var rows = _article.Ask(id);
        if (!rows.Read()) return null;
        var (slug, symptoms) = (Slug.Parse(rows.GetString(0), null), rows.GetString(3).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return new(slug, rows.GetString(1), rows.GetString(2), symptoms, rows.GetString(4), rows.GetString(5), rows.GetString(6), Sections(id));
    }

    /// <summary>Titles and slugs of articles with a matching title, in no order.</summary>
    public List<Suggestion> Titles(string match, int most)
    {
        using var rows = _titles.Ask(match, most);
        var found = new List<Suggestion>();
        while (rows.Read()) found.Add(new(rows.GetString(0), Slug.Parse(rows.GetString(1), null)));
        return found;
    }

    /// <summary>The topics of matching articles, the one with the most first.</summary>
    public List<string> Topics(string match, int most)
    {
        using var rows = _topics.Ask(match, most);
        var found = new List<string>();
        while (rows.Read()) found.Add(rows.GetString(0));
        return found;
    }

    public IndexFacts Facts()
    {
        const string shelves =
            """
            SELECT article.topic AS Key, coalesce(topic.title, article.topic) AS Title, count(*) AS Articles
            FROM article LEFT JOIN topic ON topic.key = article.topic
            WHERE article.topic <> '' GROUP BY article.topic ORDER BY coalesce(topic.place, 1000000), article.topic
            """;
        var topics = _connection.Query<(string Key, string Title, long Articles)>(shelves)
            .Select(row => new TopicChoice(row.Key, row.Title, (int)row.Articles));
        var platforms = _connection.Query<string>("SELECT DISTINCT platforms FROM article")
            .SelectMany(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var languages = _connection.Query<string>("SELECT DISTINCT language FROM article ORDER BY language");
        var articles = _connection.ExecuteScalar<long>("SELECT count(*) FROM article");
        return new(articles, new([.. topics], [.. platforms.Distinct().Order(StringComparer.Ordinal)], [.. languages]));
    }

    public void Dispose()
    {
        Statement[] all = [_begin, _end, _documents, _matching, _matchingWithin, _article, _sections, _titles, _topics];
        foreach (var statement in all) statement.Dispose();
        _connection.Dispose();
    }

    private List<SectionText> Sections(long article)
    {
        using var rows = _sections.Ask(article * IndexWriter.SectionsPerArticle, (article + 1) * IndexWriter.SectionsPerArticle);
        var found = new List<SectionText>();
        while (rows.Read()) found.Add(new(new Section(rows.GetString(0), rows.GetString(1), rows.GetInt32(2)), rows.GetString(3)));
        return found;
    }

    private static string Lower(string? filter) => filter?.ToLowerInvariant() ?? "";
}
