using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.Server.Desk;

/// <summary>How publishing stands and a page of what is wrong with the content, errors first.</summary>
public sealed record ContentReport(
    string Version, DateTimeOffset? PublishedAt, string? Failure, DateTimeOffset? FailedAt, PageOf<Finding> Findings, IReadOnlyDictionary<Severity, int> Counts)
{
    internal static ContentReport Of(PublishingStatus status, IReadOnlyList<Finding> findings, string? page)
    {
        var sorted = findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line);
        return new ContentReport(status.Version, status.PublishedAt, status.LastFailure, status.FailedAt, PageOf<Finding>.Of([.. sorted], page),
            findings.CountBy(finding => finding.Severity).ToDictionary());
    }
}
