using System.Text.Json;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = System.IO.Directory;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>
/// The folder of the index. A commit carries the version of the library, so that what is there is complete or not there. Any change of what is put into the
/// index needs a new <see cref="Schema"/>: a folder with another one is made anew.
/// </summary>
internal sealed class LuceneFolder(string path) : IDisposable
{
    private const string Schema = "5";
    private const double MegabytesInMemory = 48;
    private readonly FSDirectory _directory = FSDirectory.Open(Directory.CreateDirectory(path).FullName);

    /// <summary>The index as it was committed last; null when there is none, it is not ours, of another schema, or not readable.</summary>
    public DirectoryReader? TryOpen()
    {
        DirectoryReader? reader = null;
        try
        {
            if (!DirectoryReader.IndexExists(_directory)) return null;
            reader = Open();
            foreach (var part in reader.Leaves) part.AtomicReader.CheckIntegrity();
            TopicsOf(reader);
            if (reader.IndexCommit.UserData["schema"] == Schema && VersionOf(reader).Length > 0) return reader;
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            // As if it were not there.
        }
        reader?.Dispose();
        return null;
    }

    public DirectoryReader Open() => DirectoryReader.Open(_directory);

    public static string VersionOf(DirectoryReader reader) => reader.IndexCommit.UserData["version"];

    public static List<(string Key, string Title)> TopicsOf(DirectoryReader reader) =>
        [.. (JsonSerializer.Deserialize<string[][]>(reader.IndexCommit.UserData["topics"]) ?? []).Select(topic => (topic[0], topic[1]))];

    public void Clear()
    {
        foreach (var file in Directory.EnumerateFiles(path)) File.Delete(file);
    }

    /// <summary>Writes all or, when it is broken off, nothing: until the commit is on disk the index is what it was.</summary>
    public void Write(Library library, bool isWhole, Action<IndexWriter> write)
    {
        var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new NoAnalyzer())
        {
            OpenMode = isWhole ? OpenMode.CREATE : OpenMode.APPEND,
            MergeScheduler = new SerialMergeScheduler(),
            RAMBufferSizeMB = MegabytesInMemory,
            // A whole library is written once, file by file; a small change is on disk sooner as one file.
            UseCompoundFile = !isWhole,
            MergePolicy = new TieredMergePolicy { NoCFSRatio = isWhole ? 0 : 1 }
        });
        var isFinished = false;
        try
        {
            write(writer);
            var topics = JsonSerializer.Serialize(library.Topics.Select(topic => (string[])[topic.Key, topic.Title]));
            writer.SetCommitData(new Dictionary<string, string> { ["schema"] = Schema, ["version"] = library.Version, ["topics"] = topics });
            writer.Commit();
            isFinished = true;
        }
        finally
        {
            if (isFinished) writer.Dispose();
            else writer.Rollback();
        }
    }

    public void Dispose() => _directory.Dispose();

    // Bytes that are no index are no index in many ways.
    private static bool IsUnreadable(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentException or IndexOutOfRangeException or InvalidOperationException
            or OverflowException or FormatException or NotSupportedException or NullReferenceException or KeyNotFoundException or JsonException;

    // Every field brings its words along.
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new InvalidOperationException($"The field {fieldName} has to bring its words along.");
    }
}
