using KnowledgeCommons.Server.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Publishing;

public sealed class SynonymPublishingTests
{
    private static string[] Lines(TestSite site) =>
        [.. site.Services.GetRequiredService<PublishedLibrary>().Whole.Synonyms.Select(group => string.Join(", ", group.Terms))];

    [Fact]
    public async Task A_saved_change_of_the_synonyms_alone_reaches_the_published_library()
    {
        await using var site = await new TestSite().Write("a.md", "# A").Write("_synonyms.yml", "all:\n  - wifi, wlan\n").StartAsync();
        Assert.Equal(["wifi, wlan"], Lines(site));
        site.Write("_synonyms.yml", "all:\n  - wifi, wlan, wireless\n");
        await Eventually.HoldsAsync(() => Task.FromResult(Lines(site) is ["wifi, wlan, wireless"]));
        Assert.Equal(site.Services.GetRequiredService<PublishedLibrary>().Whole.Version, site.Services.GetRequiredService<PublishingStatus>().Version);
    }

    [Fact]
    public async Task A_broken_line_is_told_on_the_desk_and_the_site_goes_on()
    {
        await using var site = await new TestSite().Write("a.md", "# A").Write("_synonyms.yml", "all:\n  - wifi\n  - pc, computer\n").StartAsync();
        Assert.Equal(["pc, computer"], Lines(site));
        Assert.Contains("_synonyms.yml", await site.Client.GetStringAsync("/desk/content"), StringComparison.Ordinal);
    }
}
