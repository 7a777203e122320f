using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Content.Building;

/// <summary>What stands around the articles: the people, the folders that have a _topic.yml, and the synonyms of every _synonyms.yml in the order of their paths.</summary>
internal sealed record LibraryFrame(
    People People, IReadOnlyDictionary<string, Topic> Topics, FolderAudiences Audiences, IReadOnlyList<SynonymGroup> Synonyms, IReadOnlyList<Finding> Findings)
{
    private const string PeopleFile = "_people.yml";
    private const string PeopleFolder = "_people/";
    private const string SynonymsFile = "_synonyms.yml";

    public static async Task<LibraryFrame> ReadAsync(ContentSource source, ContentSnapshot snapshot, IReadOnlyList<SourceFile> special, CancellationToken cancel)
    {
        var people = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var synonyms = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (topics, audiences, findings, read) = (new Dictionary<string, Topic>(), new FolderAudiences(), new List<Finding>(), new HashSet<string>());
        var wanted = special.Where(file => IsPeople(file.Path) || TopicFile.Is(file.Path) || IsSynonyms(file.Path)).ToList();
        await foreach (var (file, bytes) in source.ReadAsync(snapshot, wanted, cancel))
        {
            read.Add(file.Path);
            if (IsPeople(file.Path)) people[file.Path] = Encoding.UTF8.GetString(bytes);
            else if (IsSynonyms(file.Path)) synonyms[file.Path] = Encoding.UTF8.GetString(bytes);
            else if (TopicFile.Read(bytes, file.Path, audiences, findings) is { } topic) topics[topic.Key] = topic;
        }
        // Those that could not be read, and those that the source left out, such as a link out of the folder.
        foreach (var path in wanted.Select(file => file.Path).Concat(snapshot.Findings.Select(finding => finding.Path)).Where(TopicFile.Is).Distinct())
            if (!read.Contains(path)) audiences.Doubt(TopicFile.FolderOf(path));
        var groups = synonyms.Where(file => IsForEverybody(file.Key, audiences, findings)).SelectMany(file => SynonymsFileReader.Read(file.Value, file.Key, findings));
        return new LibraryFrame(await ReadPeopleAsync(source, snapshot, people, findings, cancel), topics, audiences, [.. groups], findings);
    }

    // A search by anybody takes synonyms along: those of a restricted folder would tell what is spoken of in it.
    private static bool IsForEverybody(string path, FolderAudiences audiences, List<Finding> findings)
    {
        if (!audiences.Withholds(path) && !audiences.Of(path).Any()) return true;
        findings.Add(new Finding("synonyms-file", Severity.Warning, path, 0, "Synonyms help in everybody's search, and this folder is not for everybody: they are not used.", "Move those that may be known to a folder for everybody."));
        return false;
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

    private static bool IsSynonyms(string path) => path == SynonymsFile || path.EndsWith("/" + SynonymsFile, StringComparison.Ordinal);
}
