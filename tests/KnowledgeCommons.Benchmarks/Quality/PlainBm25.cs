using Dapper;
using KnowledgeCommons.Server.Searching;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>What SQLite does without us: FTS5 with its Porter stemmer, BM25 with the title counting five times, any of the words.</summary>
internal sealed class PlainBm25 : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public PlainBm25(IEnumerable<IndexedArticle> articles)
    {
        _connection.Open();
        _connection.Execute("CREATE VIRTUAL TABLE document USING fts5(id UNINDEXED, title, body, tokenize='porter unicode61'); BEGIN");
        foreach (var indexed in articles)
            _connection.Execute("INSERT INTO document VALUES (@id, @title, @body)",
                new { id = indexed.Article.Slug.Value, title = indexed.Article.Title, body = string.Join('\n', indexed.SectionTexts) });
        _connection.Execute("COMMIT");
    }

    public IReadOnlyList<string> Search(string text)
    {
        var words = TypedTerms.In(text).SelectMany(term => term.Words).Distinct().Select(word => $"\"{word}\"").ToList();
        return words.Count == 0 ? [] : _connection.Query<string>(
            "SELECT id FROM document WHERE document MATCH @match ORDER BY bm25(document, 0, 5, 1) LIMIT 10", new { match = string.Join(" OR ", words) }).AsList();
    }

    public void Dispose() => _connection.Dispose();
}
