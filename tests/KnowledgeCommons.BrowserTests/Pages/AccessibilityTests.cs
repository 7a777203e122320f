namespace KnowledgeCommons.BrowserTests.Pages;

/// <summary>Every page on a phone and on a desktop, light and dark.</summary>
[Collection(AxeCollection.Name)]
public sealed class AccessibilityTests(Chromium browser, FurnishedSite site)
{
    // What is narrow comes first: a script looks once, when the page opens, what has to scroll.
    private static readonly Screen[] Screens = [Screen.Phone, Screen.Desktop];

    private const string Faults =
        """
        () => {
          const faint = Object.assign(document.createElement('p'), { id: 'faint', textContent: 'faint' });
          Object.assign(faint.style, { color: '#808080', background: '#777' });
          document.querySelector('main').append(faint, new Image());
          document.title = '';
        }
        """;

    public static TheoryData<string> Pages => [.. Tour.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nobody_is_kept_out(string page)
    {
        await using var visitor = await browser.VisitAsync(site.Site, Screen.Phone);
        await Tour.GoAsync(site, visitor, page);
        var violations = await ViolationsAsync(visitor.Page, page);
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public async Task A_violation_would_be_noticed_on_each_screen_in_each_scheme()
    {
        await using var visitor = await browser.VisitAsync(site.Site, Screen.Phone);
        await visitor.OpenAsync("/topics");
        await visitor.Page.EvaluateAsync(Faults);
        var noticed = (await ViolationsAsync(visitor.Page, "topics")).Select(violation => string.Join(", ", violation.Split(", ").Take(5)));
        Assert.Equal(
            from screen in (string[])["phone", "desktop"]
            from fault in (string[])["Light, color-contrast, #faint", "Light, document-title, html", "Light, image-alt, #kc-main > img", "Dark, color-contrast, #faint"]
            select $"topics, {screen}, {fault}",
            noticed);
    }

    private static async Task<List<string>> ViolationsAsync(IPage page, string name)
    {
        await Axe.BringAsync(page);
        List<string> violations = [];
        foreach (var screen in Screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                // The dark look is the same page in other colours: what has nothing to do with them was checked in the light.
                var found = scheme == ColorScheme.Light ? await Axe.RunAsync(page) : await Axe.RunAsync(page, Axe.RulesOfColour);
                violations.AddRange(found.Select(violation => $"{name}, {screen.Name}, {scheme}, {violation}"));
            }
        }
        return violations;
    }
}
