namespace KnowledgeCommons.BrowserTests.Pages;

[Collection(LayoutCollection.Name)]
public sealed class LayoutTests(Chromium browser, FurnishedSite site)
{
    private static readonly Screen[] Narrow = [Screen.Narrowest, Screen.DesktopZoomed];

    // Names what is wider than the window, unless it stands in something that scrolls by itself.
    private const string TooWide =
        """
        () => {
          const width = document.documentElement.clientWidth;
          const scrolls = element => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
          const inScroller = element => { for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) if (scrolls(at)) return true; return false; };
          const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + [...element.classList].map(name => '.' + name).join('');
          const reach = element => element.getBoundingClientRect().left + Math.max(element.getBoundingClientRect().width, element.scrollWidth);
          const tooWide = [...document.body.querySelectorAll('*')].filter(element => reach(element) > width + 1 && !inScroller(element) && !scrolls(element));
          const wide = tooWide.filter(element => !tooWide.some(other => other !== element && element.contains(other)));
          const pageScrolls = document.documentElement.scrollWidth > width;
          const hides = [document.documentElement, document.body].some(element => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX));
          return pageScrolls || (hides && wide.length > 0) ? [`${document.documentElement.scrollWidth} of ${width} px`, ...wide.slice(0, 8).map(name)] : [];
        }
        """;

    public static TheoryData<string> Pages => [.. Tour.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_its_window_and_a_person_is_in_sight(string page)
    {
        await using var visitor = await browser.VisitAsync(site.Site, Screen.Phone);
        await Tour.GoAsync(site, visitor, page);
        List<string> faults = [];
        if (!page.StartsWith(Tour.HelpForm, StringComparison.Ordinal) && !await SeesAPersonAsync(visitor.Page))
            faults.Add($"{page}: “Talk to a person” is not within the first {Screen.Phone.Width} × {Screen.Phone.Height} px");
        foreach (var screen in Narrow)
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            var wide = await visitor.Page.EvaluateAsync<string[]>(TooWide);
            if (wide.Length > 0) faults.Add($"{page}, {screen.Name}: scrolls sideways, {string.Join(", ", wide)}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        await visitor.AssertNothingHappenedBehindTheirBackAsync();
    }

    [Fact]
    public async Task What_is_too_wide_would_be_noticed()
    {
        await using var visitor = await browser.VisitAsync(site.Site, Screen.Narrowest);
        await visitor.OpenAsync("/topics");
        await visitor.Page.EvaluateAsync("() => { document.querySelector('h1').textContent = 'x'.repeat(200); document.querySelector('h1').style.overflowWrap = 'normal'; }");
        Assert.Contains("h1", await visitor.Page.EvaluateAsync<string[]>(TooWide));
    }

    private static async Task<bool> SeesAPersonAsync(IPage page)
    {
        foreach (var link in await page.GetByRole(AriaRole.Link, new() { Name = "Talk to a person" }).AllAsync())
            if (await link.IsVisibleAsync() && await link.BoundingBoxAsync() is { } box && IsInside(box)) return true;
        return false;
    }

    private static bool IsInside(LocatorBoundingBoxResult box) =>
        box.X >= 0 && box.Y >= 0 && box.X + box.Width <= Screen.Phone.Width && box.Y + box.Height <= Screen.Phone.Height;
}
