namespace KnowledgeCommons.Tests.Reading;

/// <summary>Topics below topics, a long one, and an article in none.</summary>
public sealed class TopicShelves : IAsyncLifetime
{
    internal TestSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        Site.Write("_people.yml", "people:\n  ada: { name: Ada Byron }\nduty:\n  default: { owner: ada }\n");
        Site.Write("networks/_topic.yml", "title: Networks\nsummary: Getting connected.\norder: 1\n");
        Site.Write("networks/vpn/off.md", "---\ntitle: VPN is off\nreviewed_on: 2026-11-02\n---\nText.\n");
        Site.Write("networks/cable.md", "---\ntitle: The cable\nreviewed_on: 2026-11-03\n---\nText.\n");
        for (var number = 1; number <= 101; number++) Site.Write($"printing/p{number:000}.md", $"# Printer {number:000}\n\nText.\n");
        Site.Write("loose.md", "# Loose\n\nText.\n");
        await Site.PublishedAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
