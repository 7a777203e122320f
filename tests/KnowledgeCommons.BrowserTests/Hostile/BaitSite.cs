using System.Text.Json;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>A site with an article and a known issue of each payload, for all tests of what authors write.</summary>
public sealed class BaitSite : IAsyncLifetime
{
    internal LiveSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        var first = JsonSerializer.Serialize(Payloads.All[0]);
        Site.Write("_people.yml", $"people:\n  mallory:\n    name: {JsonSerializer.Serialize(Payloads.All[14])}\n    role: {first}\nduty:\n  default: {{ owner: mallory }}\n");
        Site.Write("bait/_topic.yml", $"title: {first}\nowner: mallory\n");
        foreach (var (index, payload) in Payloads.All.Index())
        {
            Site.Write($"bait/p{index}.md", Article(payload));
            Site.Write($"_known-issues/k{index}.md", Issue(payload));
        }
        await Site.StartAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    // JSON strings are YAML too.
    private static string Article(string payload)
    {
        var line = JsonSerializer.Serialize(payload);
        return $"---\ntitle: {line}\nsummary: {line}\nowner: mallory\nalso_called: [{line}]\nsymptoms: [{line}]\ntags: [{line}]\n---\n\nA bait.\n\n{payload}\n\nAfter it.\n";
    }

    private static string Issue(string payload)
    {
        var line = JsonSerializer.Serialize(payload);
        return $"---\ntitle: {line}\nsummary: {line}\nowner: mallory\nsearches: [{line}]\n---\n\nA bait.\n\n{payload}\n\nAfter it.\n";
    }
}
