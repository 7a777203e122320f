using System.Text.Json;

namespace KnowledgeCommons.BrowserTests;

/// <summary>What Chromium hands to a screen reader: one line for each thing it tells of a role, with its name and what it says about its state.</summary>
internal static class AccessibilityTree
{
    private static readonly string[] States = ["autocomplete", "expanded", "focused", "selected", "activedescendant"];

    public static async Task<string[]> ReadAsync(IPage page, params IReadOnlyList<string> roles)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var nodes = (await session.SendAsync("Accessibility.getFullAXTree"))?.GetProperty("nodes").EnumerateArray().ToList() ?? [];
        await session.DetachAsync();
        return [.. nodes.Where(node => !node.GetProperty("ignored").GetBoolean() && roles.Contains(Value(node, "role"))).Select(Line)];
    }

    private static string Line(JsonElement node)
    {
        var states = node.GetProperty("properties").EnumerateArray()
            .Select(property => (Name: property.GetProperty("name").GetString() ?? "", Value: property.GetProperty("value")))
            .Where(property => States.Contains(property.Name)).OrderBy(property => Array.IndexOf(States, property.Name));
        return string.Concat([$"{Value(node, "role")} “{Value(node, "name")}”", .. states.Select(state => $" {state.Name}={Of(state.Value)}")]);
    }

    private static string Value(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Of(value) : "";

    // A relation is told by the ids it leads to.
    private static string Of(JsonElement value) => value.TryGetProperty("relatedNodes", out var related)
        ? string.Join(' ', related.EnumerateArray().Select(node => node.TryGetProperty("idref", out var id) ? id.GetString() : "?"))
        : value.TryGetProperty("value", out var plain) ? plain.ToString() : "";
}
