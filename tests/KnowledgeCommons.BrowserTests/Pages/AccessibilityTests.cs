using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace KnowledgeCommons.BrowserTests.Pages;

/// <summary>axe with all its default rules (WCAG 2 A and AA, best practices); none is switched off.</summary>
[Collection(AxeCollection.Name)]
public sealed class AccessibilityTests(Chromium browser, FurnishedSite site)
{
    // What is narrow comes first: a script looks once, when the page opens, what has to scroll.
    private static readonly Screen[] Screens = [Screen.Phone, Screen.Desktop];

    private static readonly AxeRunOptions AllRules = new() { ResultTypes = [ResultType.Violations] };

    // The dark look is the same page in other colours: what has nothing to do with them was checked in the light.
    private static readonly AxeRunOptions Colours = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] }
    };

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
        await visitor.Page.EvaluateAsync(
            "() => { const p = document.createElement('p'); p.id = 'faint'; p.textContent = 'faint'; p.style.color = '#808080'; p.style.background = '#777'; document.querySelector('main').append(p, new Image()); }");
        var violations = await ViolationsAsync(visitor.Page, "topics");
        Assert.Equal(
            [
                "topics, phone, Light, color-contrast, #faint", "topics, phone, Light, image-alt, #kc-main > img", "topics, phone, Dark, color-contrast, #faint",
                "topics, desktop, Light, color-contrast, #faint", "topics, desktop, Light, image-alt, #kc-main > img", "topics, desktop, Dark, color-contrast, #faint"
            ],
            violations.Select(violation => string.Join(", ", violation.Split(", ").Take(5))));
    }

    private static async Task<List<string>> ViolationsAsync(IPage page, string name)
    {
        List<string> violations = [];
        foreach (var screen in Screens)
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var (scheme, rules) in ((ColorScheme, AxeRunOptions)[])[(ColorScheme.Light, AllRules), (ColorScheme.Dark, Colours)])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                violations.AddRange(Told(await page.RunAxe(rules), $"{name}, {screen.Name}, {scheme}"));
            }
        }
        return violations;
    }

    private static IEnumerable<string> Told(AxeResult result, string where) =>
        from violation in result.Violations
        from node in violation.Nodes
        select $"{where}, {violation.Id}, {node.Target}, {Reason(node) ?? violation.Help}";

    private static string? Reason(AxeResultNode node) => node.Any.Concat(node.All).Concat(node.None).FirstOrDefault()?.Message;
}
