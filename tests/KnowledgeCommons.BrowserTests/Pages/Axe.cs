using Deque.AxeCore.Commons;

namespace KnowledgeCommons.BrowserTests.Pages;

/// <summary>
/// axe with all its default rules (WCAG 2 A and AA, best practices); none is switched off. Brought to a page once and run there: the package's
/// own RunAxe would bring it anew and open a second window each time.
/// </summary>
internal static class Axe
{
    /// <summary>The default rules whose outcome depends on colours.</summary>
    public static readonly string[] RulesOfColour = ["color-contrast", "link-in-text-block"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run =
        """
        async rules => {
          const result = await axe.run(document, { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }) });
          const reason = node => [...node.any, ...node.all, ...node.none][0]?.message;
          return result.violations.flatMap(violation => violation.nodes.map(node => `${violation.id}, ${node.target.join(' ')}, ${reason(node) ?? violation.help}`));
        }
        """;

    public static Task BringAsync(IPage page) => page.EvaluateAsync(Script);

    /// <summary>The violations on a page as "rule, selector, summary"; of all default rules, or only of those named.</summary>
    public static Task<string[]> RunAsync(IPage page, params string[] rules) => page.EvaluateAsync<string[]>(Run, rules);
}
