using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Demo;

public sealed class DemoMarkTests
{
    [Fact]
    public async Task Every_page_says_that_everything_is_made_up_also_after_a_restart_and_no_other_site_does()
    {
        await using var site = await HelpSite.StartAsync();
        foreach (var page in (string[])["/", "/desk", "/articles/network/vpn", "/help", "/no-such-page"])
            Assert.Null((await site.Client.PageAsync(page)).QuerySelector(".demo-mark"));
        await site.Services.GetRequiredService<DemoMark>().BeginAsync(seed: 1, CancellationToken.None);
        await site.KillAsync();
        await site.StartAgainAsync();
        var receipt = await site.Client.AskAsync(("problem", "It hums."));
        foreach (var page in (string[])["/", "/desk", "/desk/measured", "/articles/network/vpn", "/help", "/search?q=vpn", "/no-such-page", receipt])
            Assert.StartsWith("Demo data.", (await site.Client.PageAsync(page)).Text(".demo-mark"));
    }
}
