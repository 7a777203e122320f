using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;

namespace KnowledgeCommons.Content.Linting;

/// <summary>What leaves people with a known issue in silence: a promised time that has passed, or a place, a page or a person that does not exist.</summary>
internal static class KnownIssueRules
{
    public static IEnumerable<Finding> Check(KnownIssueFile file, Library library, DateTimeOffset now) =>
        [.. Promise(file, now), .. Places(file, library), .. Owner(file, library), .. Links(file, library)];

    private static IEnumerable<Finding> Promise(KnownIssueFile file, DateTimeOffset now)
    {
        if (file.Issue is { IsOpen: true, NextUpdate: { } promised } && promised < now)
            yield return Tell("known-issue-overdue", file, "next_update", "The time of the next update has passed, and readers still wait for it.",
                "Write what is known now and set a new next_update, or set 'status: fixed'.");
    }

    private static IEnumerable<Finding> Places(KnownIssueFile file, Library library)
    {
        foreach (var topic in file.Issue.Topics)
            if (library.FindTopic(topic) is null && !library.Topics.Any(known => known.Key.StartsWith(topic + "/", StringComparison.Ordinal)))
                yield return Tell("known-issue-place", file, "topics", $"There is no topic '{topic}'.", "Write the folder of the topic, such as vpn-wifi.");
        foreach (var slug in file.Issue.Articles)
            if (library.Find(slug) is null && library.RedirectFrom(slug) is null)
                yield return Tell("known-issue-place", file, "articles", $"There is no article '{slug}'.", "Write the article's path without the ending, such as vpn/will-not-connect.");
    }

    private static IEnumerable<Finding> Owner(KnownIssueFile file, Library library)
    {
        if (file.Issue.Owner is null && file.Issue.IsOpen)
            yield return Tell("known-issue-owner", file, "owner", "Nobody is named who is on it.", "Add 'owner:' with a key of _people.yml.");
        else if (file.Issue.Owner is { } owner && library.People.Find(owner) is null)
            yield return Tell("known-issue-owner", file, "owner", $"The owner '{owner}' is not in _people.yml.", "Add the person there or name someone who is.");
    }

    private static IEnumerable<Finding> Links(KnownIssueFile file, Library library) =>
        from link in file.Links
        where library.Find(link.Target) is null && library.RedirectFrom(link.Target) is null
        select new Finding("broken-link", Severity.Warning, file.Path, link.Line, $"The link leads to {link.Target}, which is not published.", "Correct the link or publish that article.");

    private static Finding Tell(string rule, KnownIssueFile file, string field, string message, string hint) =>
        new(rule, Severity.Warning, file.Path, file.LineOf(field), message, hint);
}
