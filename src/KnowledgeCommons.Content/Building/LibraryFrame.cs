using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>What stands around the articles: the people, the folders that have a _topic.yml, and the synonyms of every _synonyms.yml in the order of their paths.</summary>
internal sealed record LibraryFrame(
    People People, IReadOnlyDictionary<string, Topic> Topics, IReadOnlyList<SynonymGroup> Synonyms, IReadOnlyList<Finding> Findings)
{
    private const string TopicFile = "_topic.yml";
    private const string PeopleFile = "_people.yml";
    private const string SynonymsFile = "_synonyms.yml";

    public static async Task<LibraryFrame> ReadAsync(ContentSource source, ContentSnapshot snapshot, IReadOnlyList<SourceFile> special, CancellationToken cancel)
    {
        var people = People.Nobody;
        var topics = new Dictionary<string, Topic>();
        var synonyms = new SortedDictionary<string, IReadOnlyList<SynonymGroup>>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        var wanted = special.Where(file => file.Path == PeopleFile || IsTopic(file.Path) || IsSynonyms(file.Path)).ToList();
        await foreach (var (file, bytes) in source.ReadAsync(snapshot, wanted, cancel))
        {
            var text = Encoding.UTF8.GetString(bytes);
            if (file.Path == PeopleFile) people = PeopleFileReader.Read(text, file.Path, findings);
            else if (IsSynonyms(file.Path)) synonyms[file.Path] = SynonymsFileReader.Read(text, file.Path, findings);
            else if (ReadTopic(text, file.Path, findings) is { } topic) topics[topic.Key] = topic;
        }
        return new LibraryFrame(people, topics, [.. synonyms.Values.SelectMany(groups => groups)], findings);
    }

    private static bool IsTopic(string path) => path.EndsWith("/" + TopicFile, StringComparison.Ordinal);

    private static bool IsSynonyms(string path) => path == SynonymsFile || path.EndsWith("/" + SynonymsFile, StringComparison.Ordinal);

    private static Topic? ReadTopic(string text, string path, List<Finding> findings)
    {
        var folder = path[..^(TopicFile.Length + 1)];
        if (Slug.FromPath(folder) is not { } key) return null;
        var (fields, wrong) = FrontMatterReader.Read(text, path, linesBefore: 0);
        findings.AddRange(wrong);
        var order = int.TryParse(fields.Text("order"), out var number) ? number : int.MaxValue;
        return new Topic(key.Value, fields.Text("title") ?? ArticlePreparer.TitleFrom(folder), fields.Text("summary") ?? "", order, fields.Text("owner"));
    }
}
