using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace KnowledgeCommons.BrowserTests.Pages;

/// <summary>axe with all its default rules (WCAG 2 A and AA, best practices); none is switched off.</summary>
[Collection(PagesCollection.Name)]
public sealed class AccessibilityTests(Chromium browser, FurnishedSite site)
{
    // What is narrow comes first: a script looks once, when the page opens, what has to scroll.
    private static readonly Screen[] Screens = [Screen.Phone, Screen.Desktop];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    public static TheoryData<string> Pages => [.. Tour.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nobody_is_kept_out(string page)
    {
        await using var visitor = await browser.VisitAsync(site.Site, Screen.Phone);
        await Tour.GoAsync(site, visitor, page);
        List<string> violations = [];
        foreach (var screen in Screens)
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var scheme in Schemes)
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                violations.AddRange(Told(await visitor.Page.RunAxe(), $"{page}, {screen.Name}, {scheme}"));
            }
        }
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    private static IEnumerable<string> Told(AxeResult result, string where) =>
        from violation in result.Violations
        from node in violation.Nodes
        select $"{where}, {violation.Id}, {node.Target}, {Reason(node) ?? violation.Help}";

    private static string? Reason(AxeResultNode node) => node.Any.Concat(node.All).Concat(node.None).FirstOrDefault()?.Message;
}
