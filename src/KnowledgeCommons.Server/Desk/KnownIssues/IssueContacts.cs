using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>A known issue at the desk, with the cases that were opened with it.</summary>
public sealed record IssueOnDesk(PostedIssue Posted, long Contacts);

/// <summary>Counts the cases that came with a known issue: opened while it went on, from one of its articles or by somebody whom it affects.</summary>
internal sealed class IssueContacts(Database database, SiteClock clock)
{
    private const string Sql =
        """
        SELECT COUNT(*) FROM (
            SELECT id FROM help_case WHERE article IN @articles AND opened_at BETWEEN @since AND @until
            UNION
            SELECT c.id FROM known_issue_affected a JOIN help_case c ON c.reader = a.reader AND c.opened_at BETWEEN @since AND @until
            WHERE a.issue = @Key) contact
        """;

    public Task<IReadOnlyList<IssueOnDesk>> OfAsync(IReadOnlyList<PostedIssue> issues, CancellationToken cancel) => database.ReadAsync<IReadOnlyList<IssueOnDesk>>(async connection =>
    {
        var counted = new List<IssueOnDesk>();
        foreach (var posted in issues)
        {
            var articles = posted.Issue.Articles.Select(slug => slug.Value);
            var args = new { posted.Key, articles, since = posted.Since ?? clock.Now, until = posted.EndedAt ?? clock.Now };
            counted.Add(new IssueOnDesk(posted, await connection.ExecuteScalarAsync<long>(Sql, args)));
        }
        return counted;
    }, cancel);
}
