namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// Whatever the settings ask for: below warnings the framework writes down the addresses of requests, and with them searches, receipts and links that let somebody in. No
/// level, of no category and of no provider, makes it do so.
/// </summary>
internal static class FrameworkLog
{
    private const string Framework = "Microsoft.AspNetCore";

    // Each request at its beginning and its end, also at levels that others keep for what is wrong.
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void KeepQuiet(LoggerFilterOptions filters)
    {
        for (var index = 0; index < filters.Rules.Count; index++)
            if (filters.Rules[index] is { CategoryName: { } category, LogLevel: < LogLevel.Warning } rule && MayMean(category))
                filters.Rules[index] = new LoggerFilterRule(rule.ProviderName, category, LogLevel.Warning, rule.Filter);
        // A rule of a provider's own goes before those for all.
        foreach (var provider in filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
        {
            filters.Rules.Add(new LoggerFilterRule(provider, Framework, LogLevel.Warning, filter: null));
            filters.Rules.Add(new LoggerFilterRule(provider, Requests, LogLevel.None, filter: null));
        }
    }

    private static bool MayMean(string category) => category.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) || category.Contains('*', StringComparison.Ordinal);
}
