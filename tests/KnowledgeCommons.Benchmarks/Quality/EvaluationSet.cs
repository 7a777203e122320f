using System.Text.Json;

namespace KnowledgeCommons.Benchmarks.Quality;

/// <summary>A question with the graded documents that answer it.</summary>
internal sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>The part of the id in front of its first hyphen: queries of one kind are reported together.</summary>
    public string Kind => Id.Split('-')[0];
}

internal sealed record EvaluationDocument(string Id, string Title, string Text);

/// <summary>
/// Questions with known answers in the common form: queries.tsv (id, text) in time order, qrels.tsv (id, 0, document, grade) and corpus.jsonl
/// ({"id", "title", "text"}). Without corpus.jsonl the documents are Markdown articles elsewhere, named by their paths.
/// </summary>
internal sealed record EvaluationSet(IReadOnlyList<JudgedQuery> Queries, IReadOnlyList<EvaluationDocument>? Documents)
{
    public static EvaluationSet Read(string folder)
    {
        var grades = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Select(line => line.Split('\t'))
            .GroupBy(row => row[0])
            .ToDictionary(rows => rows.Key, rows => (IReadOnlyDictionary<string, int>)rows.ToDictionary(row => row[2], row => int.Parse(row[3])));
        var queries = File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(line => line.Split('\t', 2))
            .Select(row => new JudgedQuery(row[0], row[1], grades.GetValueOrDefault(row[0], new Dictionary<string, int>())));
        var corpus = Path.Combine(folder, "corpus.jsonl");
        return new EvaluationSet([.. queries], File.Exists(corpus) ? [.. File.ReadLines(corpus).Select(Document)] : null);
    }

    private static EvaluationDocument Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new(Field("id"), Field("title"), Field("text"));

        string Field(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
    }
}
