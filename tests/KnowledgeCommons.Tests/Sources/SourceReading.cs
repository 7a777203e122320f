using System.Text;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Sources;

internal static class SourceReading
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IEnumerable<string> Paths(this ContentSnapshot snapshot) => snapshot.Files.Select(file => file.Path);

    public static string[] Rules(this ContentSnapshot snapshot) => [.. snapshot.Findings.Select(finding => finding.Rule)];

    public static Task<ContentSnapshot> LookAsync(this ContentSource source) => source.LookAsync(CancellationToken.None);

    public static async Task<List<(SourceFile File, byte[] Bytes)>> ReadAllAsync(this ContentSource source, ContentSnapshot snapshot)
    {
        var read = new List<(SourceFile, byte[])>();
        await foreach (var file in source.ReadAsync(snapshot, snapshot.Files, CancellationToken.None))
            read.Add(file);
        return read;
    }

    public static async Task<Dictionary<string, string>> TextsAsync(this ContentSource source, ContentSnapshot snapshot) =>
        (await source.ReadAllAsync(snapshot)).ToDictionary(read => read.File.Path, read => Encoding.UTF8.GetString(read.Bytes));
}
