using KnowledgeCommons.BrowserTests.Pages;

namespace KnowledgeCommons.BrowserTests.Stories;

/// <summary>The owner's pages with half a year of people in them.</summary>
[Collection(DemoCollection.Name)]
public sealed class DemoPagesTests(Chromium browser, DemoSite demo)
{
    private const string Report = "/desk/articles/multi-factor/new-phone";

    public static TheoryData<string> Pages =>
        ["/desk", Report, "/desk/articles/knowledge-commons/run-it", "/desk/measured", "/desk/measured?topic=multi-factor", "/desk/measured/rows?of=contacts&topic=~all", "/desk/rewrites", "/desk/articles"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_full_of_people_keeps_nobody_out_and_fits_the_narrowest_phone(string page)
    {
        await using var visitor = await browser.VisitAsync(demo.Site, Screen.Narrowest);
        var blocked = new List<string>();
        visitor.Page.Console += (_, message) => { if (message.Type == "error") blocked.Add(message.Text); };
        Assert.Equal(200, await visitor.OpenAsync(page));
        await visitor.AssertNothingHappenedBehindTheirBackAsync();
        Assert.Empty(blocked);
        Assert.Equal(Screen.Narrowest.Width, await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Axe.BringAsync(visitor.Page);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await Axe.RunAsync(visitor.Page));
        }
    }

    [Fact]
    public async Task Charts_are_drawn_from_their_tables_without_anything_the_policy_forbids_and_stand_as_tables_without_scripts()
    {
        await using var drawn = await browser.VisitAsync(demo.Site, Screen.Phone);
        await drawn.OpenAsync(Report);
        await Assertions.Expect(drawn.Page.Locator("figure[data-chart] canvas")).ToHaveCountAsync(2);
        Assert.True(await drawn.Page.EvaluateAsync<bool>(
            "() => [...document.querySelectorAll('figure canvas')].every(canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0))"));
        await Assertions.Expect(drawn.Page.Locator("#weeks table.rows")).ToBeHiddenAsync();
        await drawn.Page.Locator("#weeks summary").ClickAsync();
        await Assertions.Expect(drawn.Page.Locator("#weeks table.rows")).ToBeVisibleAsync();

        await using var plain = await browser.VisitAsync(demo.Site, Screen.Phone, scripts: false);
        await plain.OpenAsync(Report);
        await Assertions.Expect(plain.Page.Locator("#weeks table.rows")).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.Locator("#funnel table.rows").First).ToBeVisibleAsync();
    }
}
