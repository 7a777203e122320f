using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// What is wrong with the content, as far as whoever asks may know of the files. Who may not see all articles sees what is said of those they may see and
/// of files that stand around all: a message about any other would tell what there is.
/// </summary>
internal sealed class FindingsSeen(PublishedLibrary published)
{
    private static readonly string[] NamingOthers = ["same-title", "address-taken", "id-taken"];

    public IReadOnlyList<Finding> Of(IReadOnlyList<Finding> all)
    {
        if (ReferenceEquals(published.Seen, published.Whole)) return all;
        var paths = published.Seen.Articles.Select(article => article.Path).ToHashSet();
        return [.. all.Where(finding => paths.Contains(finding.Path) ? !NamingOthers.Contains(finding.Rule) : StandsAroundAll(finding.Path))];
    }

    private static bool StandsAroundAll(string path) => path.StartsWith('_') && !path.StartsWith("_topic", StringComparison.OrdinalIgnoreCase);
}
