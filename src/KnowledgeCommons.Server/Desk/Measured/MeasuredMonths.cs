using Dapper;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Everything that is measured, month by month on the site's clock.</summary>
internal sealed class MeasuredMonths(MeasuredRows rows, ContactShares shares, ContactShareRows contacts, PublishedLibrary published, Database database, SiteClock clock)
{
    /// <summary>The topics of a month that have something to show, and one group for those that are too small by themselves.</summary>
    public async Task<IReadOnlyList<MeasuredGroup>> OfMonthAsync(DateOnly month, CancellationToken cancel)
    {
        var (from, until) = Span(month);
        var hidden = published.HiddenTopics;
        var seen = (await shares.ByTopicAsync(from, until, cancel)).Where(share => !hidden.Contains(share.Topic));
        return MeasuredGroup.ByTopic(month, await rows.ReadAsync(from, until, cancel), [.. seen], await ProvenAsync(from, until, cancel));
    }

    /// <summary>One topic back to that many months before, newest first; months without anything to show are missing.</summary>
    public async Task<IReadOnlyList<MeasuredGroup>> OfTopicAsync(string topic, DateOnly until, int months, CancellationToken cancel)
    {
        var found = new List<MeasuredGroup>();
        for (var back = 0; back < months; back++)
            if ((await OfMonthAsync(until.AddMonths(-back), cancel)).FirstOrDefault(group => group.Topic == topic) is { } group) found.Add(group);
        return found;
    }

    /// <summary>
    /// The last half year up to the end of a month, week by week; of one topic, or of all. None of a topic that is not for whoever asks, nor of all where
    /// there is one: what is left of it could be worked out.
    /// </summary>
    public async Task<IReadOnlyList<ContactShare>> WeeksAsync(DateOnly month, string? topic, CancellationToken cancel)
    {
        var (end, hidden) = (Span(month).Until, published.HiddenTopics);
        return (topic is null ? hidden.Count > 0 : hidden.Contains(topic)) ? [] : await shares.ByWeekAsync(end.AddDays(-7 * 26), end, topic, cancel);
    }

    /// <summary>The contacts behind the rates of one group, newest first.</summary>
    public async Task<IReadOnlyList<ContactShareRow>> ContactsAsync(MeasuredGroup group, IReadOnlyList<MeasuredGroup> shown, CancellationToken cancel)
    {
        var (from, until) = Span(group.Month);
        var named = shown.Where(other => other.Share?.IsShown == true && other.Topic != MeasuredGroup.OthersKey).Select(other => other.Topic).ToHashSet();
        var hidden = published.Hidden;
        List<ContactShareRow> all = [.. (await contacts.ReadAsync(from, until, cancel)).Where(row => !hidden.Contains(row.Article))];
        return group.Topic switch
        {
            MeasuredGroup.AllKey => shown.Any(other => other.Topic == MeasuredGroup.OthersKey && other.Share?.IsShown == true) ? all : [.. all.Where(row => named.Contains(row.Topic))],
            MeasuredGroup.OthersKey => [.. all.Where(row => !named.Contains(row.Topic))],
            _ => [.. all.Where(row => row.Topic == group.Topic)]
        };
    }

    private (DateTimeOffset From, DateTimeOffset Until) Span(DateOnly month) => (MonthWords.Start(month, clock), MonthWords.Start(month.AddMonths(1), clock));

    private async Task<IReadOnlyList<ProvenRewrite>> ProvenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var hidden = published.Hidden;
        var proven = await database.ReadAsync(connection => connection.QueryAsync<ProvenRewrite>(
            "SELECT number, article, slug, title, closed_at AS At FROM rewrite_case WHERE state = @Proven AND closed_at >= @from AND closed_at < @until ORDER BY closed_at DESC, number",
            new { RewriteState.Proven, from, until }), cancel);
        return [.. proven.Where(rewrite => !hidden.Contains(rewrite.Article))];
    }
}
