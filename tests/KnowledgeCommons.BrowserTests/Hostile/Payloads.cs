using System.Text.Json;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>
/// What an attacker would write, one per line of payloads.txt (\n stands for a new line): the families that OWASP's cheat sheet and DOMPurify's
/// fixtures know. Each tries to run alert(1), to reach evil.example or to break the page's frame. Whole collections, whose licences keep them out of here, are added from
/// the file that KC_XSS_COLLECTION names: a JSON array of strings.
/// </summary>
internal static class Payloads
{
    public static IReadOnlyList<string> All { get; } = Read();

    // As many pages as a test opens within a quarter of a minute.
    private const int InPortion = 60;

    /// <summary>All of them, some at a time, so that a test of a whole collection takes no longer than another.</summary>
    public static TheoryData<int> Portions => [.. Enumerable.Range(0, (All.Count + InPortion - 1) / InPortion)];

    /// <summary>Those of one portion, each with its place among all.</summary>
    public static IEnumerable<(int Index, string Payload)> Of(int portion) => All.Index().Skip(portion * InPortion).Take(InPortion);

    /// <summary>All of them, in as few texts as a field of that length takes.</summary>
    public static IEnumerable<string> Together(int longest)
    {
        var text = "";
        foreach (var payload in All.Where(payload => payload.Length < longest))
        {
            if (text.Length + payload.Length + 1 > longest)
            {
                yield return text;
                text = "";
            }
            text += payload + "\n";
        }
        yield return text;
    }

    private static string[] Read()
    {
        using var stream = typeof(Payloads).Assembly.GetManifestResourceStream(typeof(Payloads), "payloads.txt")
            ?? throw new InvalidOperationException("payloads.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        var more = Environment.GetEnvironmentVariable("KC_XSS_COLLECTION") is { Length: > 0 } file ? JsonSerializer.Deserialize<string[]>(File.ReadAllText(file)) ?? [] : [];
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal)), .. more];
    }
}
