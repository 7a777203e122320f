using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Says in a sentence what happened in a rewrite case.</summary>
internal sealed class RewriteWords(Texts texts, SiteClock clock)
{
    /// <summary>What an entry of the timeline tells, without the words that somebody wrote.</summary>
    public string Of(RewriteEvent entry, RewriteCase about)
    {
        var key = entry switch
        {
            { Kind: RewriteEvent.Opened, Who: null } => "rewrite.event.opened.flag",
            { Kind: RewriteEvent.Opened } => "rewrite.event.opened.hand",
            { Kind: RewriteEvent.Assigned, Until: null } when entry.Who == entry.Whom => "rewrite.event.assigned.self",
            { Kind: RewriteEvent.Assigned, Until: null } => "rewrite.event.assigned.other",
            { Kind: RewriteEvent.Assigned } => entry.Who == entry.Whom ? "rewrite.event.assigned.self-due" : "rewrite.event.assigned.due",
            { Kind: RewriteEvent.ProductFix, Who: null } => "rewrite.event.product-fix.itself",
            { Kind: RewriteEvent.ProductFix } => "rewrite.event.product-fix.hand",
            { Kind: RewriteEvent.Told, Percent: 0 } => "rewrite.event.told.none",
            { Kind: RewriteEvent.Told, Percent: 1 } => "rewrite.event.told.one",
            { Kind: RewriteEvent.Told } => "rewrite.event.told.other",
            _ => $"rewrite.event.{entry.Kind}"
        };
        return texts.With(key,
            ("who", entry.Who ?? ""), ("whom", entry.Whom ?? about.WhoseName), ("title", about.Title), ("revision", entry.Revision ?? ""),
            ("until", entry.Until is { } until ? clock.Day(until) : ""), ("n", entry.Percent ?? 0), ("owner", about.WhoseName));
    }
}
