using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// An article that needs somebody: it is flagged and nobody has answered, or its rewrite is late, did not help, or waits for a service. What it is worth is
/// contacts spared a week times minutes per contact, for each minute of writing.
/// </summary>
public sealed record ThingToDo(ArticleReport Report, RewriteCase? Rewrite, double MinutesSpared, double MinutesOfWork)
{
    public double Worth => MinutesSpared / MinutesOfWork;

    /// <summary>What gives back most comes first; of the same worth, what most people needed help with.</summary>
    internal static IEnumerable<ThingToDo> InOrder(IEnumerable<ThingToDo> things) => things
        .OrderByDescending(thing => thing.Worth).ThenByDescending(thing => thing.Report.Numbers.Contacted)
        .ThenBy(thing => thing.Report.Article.Slug.Value, StringComparer.Ordinal);
}
