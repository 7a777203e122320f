using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;
using KnowledgeCommons.Content.OnDuty;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>What stands around the articles: the people, the folders that have a _topic.yml, and the synonyms of every _synonyms.yml in the order of their paths.</summary>
internal sealed record LibraryFrame(
    People People, IReadOnlyDictionary<string, Topic> Topics, IReadOnlyList<SynonymGroup> Synonyms, IReadOnlyList<Finding> Findings)
{
    private const string TopicFile = "_topic.yml";
    private const string PeopleFile = "_people.yml";
    private const string PeopleFolder = "_people/";
    private const string ForOperators = "operators";
    private const string SynonymsFile = "_synonyms.yml";

    public static async Task<LibraryFrame> ReadAsync(ContentSource source, ContentSnapshot snapshot, IReadOnlyList<SourceFile> special, CancellationToken cancel)
    {
        var people = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var topics = new Dictionary<string, Topic>();
        var synonyms = new SortedDictionary<string, IReadOnlyList<SynonymGroup>>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        var wanted = special.Where(file => IsPeople(file.Path) || IsTopic(file.Path) || IsSynonyms(file.Path)).ToList();
        await foreach (var (file, bytes) in source.ReadAsync(snapshot, wanted, cancel))
        {
            var text = Encoding.UTF8.GetString(bytes);
            if (IsPeople(file.Path)) people[file.Path] = text;
            else if (IsSynonyms(file.Path)) synonyms[file.Path] = SynonymsFileReader.Read(text, file.Path, findings);
            else if (ReadTopic(text, file.Path, findings) is { } topic) topics[topic.Key] = topic;
        }
        return new LibraryFrame(await ReadPeopleAsync(source, snapshot, people, findings, cancel), topics, [.. synonyms.Values.SelectMany(groups => groups)], findings);
    }

    private static async Task<People> ReadPeopleAsync(
        ContentSource source, ContentSnapshot snapshot, IReadOnlyDictionary<string, string> files, List<Finding> findings, CancellationToken cancel)
    {
        if (files.Count == 0) return People.Nobody;
        var reader = new PeopleFileReader(findings);
        foreach (var (path, text) in files) reader.Add(text, path);
        var paths = snapshot.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var wanted = reader.Calendars(paths.Contains);
        var calendars = new Dictionary<string, IReadOnlyList<DayOff>>(StringComparer.Ordinal);
        await foreach (var (file, bytes) in source.ReadAsync(snapshot, [.. snapshot.Files.Where(file => wanted.Contains(file.Path))], cancel))
            calendars[file.Path] = new CalendarFile(file.Path, findings).Read(bytes);
        return reader.Build(calendars);
    }

    // "_people.yml" sorts before "_people/…": what stands there counts first.
    private static bool IsPeople(string path) =>
        path == PeopleFile || (path.StartsWith(PeopleFolder, StringComparison.Ordinal) && path.EndsWith(".yml", StringComparison.Ordinal) && path.LastIndexOf('/') < PeopleFolder.Length);

    private static bool IsTopic(string path) => path.EndsWith("/" + TopicFile, StringComparison.Ordinal);

    private static bool IsSynonyms(string path) => path == SynonymsFile || path.EndsWith("/" + SynonymsFile, StringComparison.Ordinal);

    private static Topic? ReadTopic(string text, string path, List<Finding> findings)
    {
        var folder = path[..^(TopicFile.Length + 1)];
        if (Slug.FromPath(folder) is not { } key) return null;
        var (fields, wrong) = FrontMatterReader.Read(text, path, linesBefore: 0);
        findings.AddRange(wrong);
        var order = int.TryParse(fields.Text("order"), out var number) ? number : int.MaxValue;
        return new Topic(key.Value, fields.Text("title") ?? ArticlePreparer.TitleFrom(folder), fields.Text("summary") ?? "", order, fields.Text("owner"))
        {
            IsForOperators = IsForOperatorsIn(fields, path, findings)
        };
    }

    private static bool IsForOperatorsIn(FrontMatterFields fields, string path, List<Finding> findings)
    {
        if (fields.Find("for") is not { } field || field.Text == ForOperators) return fields.Find("for") is not null;
        findings.Add(new Finding("topic-file", Severity.Warning, path, field.Line, $"'for: {field.Text}' is not known; the topic is for everybody.", "Write 'for: operators', or leave the line out."));
        return false;
    }
}
