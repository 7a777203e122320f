using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Desk;

/// <summary>One line of the table of articles.</summary>
public sealed record ArticleRow(Article Article, string Owner, HealthState State, long Readings, long Fixed, long NotFixed, long Contacts, long Repeats)
{
    internal static ArticleRow Of(ArticleReport report) => new(
        report.Article, report.Owner?.Name ?? "", report.State, report.Numbers.Readers, report.Numbers.Fixed,
        report.Numbers.NotFixed + report.Numbers.CameBack, report.Numbers.Contacts, report.Numbers.PeopleBack);
}
