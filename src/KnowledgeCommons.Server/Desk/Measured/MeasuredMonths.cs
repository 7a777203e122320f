using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Everything that is measured, month by month on the site's clock.</summary>
internal sealed class MeasuredMonths(MeasuredRows rows, ContactShares shares, ContactShareRows contacts, Database database, SiteClock clock)
{
    /// <summary>The topics of a month that have something to show, and one group for those that are too small by themselves.</summary>
    public async Task<IReadOnlyList<MeasuredGroup>> OfMonthAsync(DateOnly month, CancellationToken cancel)
    {
        var (from, until) = Span(month);
        return MeasuredGroup.ByTopic(month, await rows.ReadAsync(from, until, cancel), await shares.ByTopicAsync(from, until, cancel), await ProvenAsync(from, until, cancel));
    }

    /// <summary>One topic back to that many months before, newest first; months without anything to show are missing.</summary>
    public async Task<IReadOnlyList<MeasuredGroup>> OfTopicAsync(string topic, DateOnly until, int months, CancellationToken cancel)
    {
        var found = new List<MeasuredGroup>();
        for (var back = 0; back < months; back++)
            if ((await OfMonthAsync(until.AddMonths(-back), cancel)).FirstOrDefault(group => group.Topic == topic) is { } group) found.Add(group);
        return found;
    }

    /// <summary>The last half year up to the end of a month, week by week; of one topic, or of all.</summary>
    public Task<IReadOnlyList<ContactShare>> WeeksAsync(DateOnly month, string? topic, CancellationToken cancel)
    {
        var end = Span(month).Until;
        return shares.ByWeekAsync(end.AddDays(-7 * 26), end, topic, cancel);
    }

    /// <summary>The contacts behind the rates of one group, newest first.</summary>
    public async Task<IReadOnlyList<ContactShareRow>> ContactsAsync(MeasuredGroup group, IReadOnlyList<MeasuredGroup> shown, CancellationToken cancel)
    {
        var (from, until) = Span(group.Month);
        var named = shown.Where(other => other.Share?.IsShown == true && other.Topic != MeasuredGroup.OthersKey).Select(other => other.Topic).ToHashSet();
        var all = await contacts.ReadAsync(from, until, cancel);
        return group.Topic switch
        {
            MeasuredGroup.AllKey => shown.Any(other => other.Topic == MeasuredGroup.OthersKey && other.Share?.IsShown == true) ? all : [.. all.Where(row => named.Contains(row.Topic))],
            MeasuredGroup.OthersKey => [.. all.Where(row => !named.Contains(row.Topic))],
            _ => [.. all.Where(row => row.Topic == group.Topic)]
        };
    }

    private (DateTimeOffset From, DateTimeOffset Until) Span(DateOnly month) => (MonthWords.Start(month, clock), MonthWords.Start(month.AddMonths(1), clock));

    private Task<IReadOnlyList<ProvenRewrite>> ProvenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<ProvenRewrite>>(async connection => (await connection.QueryAsync<ProvenRewrite>(
            "SELECT number, slug, title, closed_at AS At FROM rewrite_case WHERE state = @Proven AND closed_at >= @from AND closed_at < @until ORDER BY closed_at DESC, number",
            new { RewriteState.Proven, from, until })).AsList(), cancel);
}
