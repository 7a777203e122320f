namespace KnowledgeCommons.Server.Desk;

/// <summary>All figures of one topic in one month. The key is what addresses say: the topic's, or <see cref="OthersKey"/>.</summary>
public sealed record MeasuredGroup(string Topic, DateOnly Month, IReadOnlyDictionary<string, MeasuredFigure> Figures)
{
    /// <summary>Topics with too few people for a figure of their own, taken together figure by figure.</summary>
    public const string OthersKey = "~others";

    /// <summary>All that is shown, together.</summary>
    public const string AllKey = "~all";

    /// <summary>Attempts and the contacts that followed; null when nothing was read.</summary>
    public ContactShare? Share { get; init; }

    /// <summary>Rewrites that were proven. They are about pages, not people, so also one is shown.</summary>
    public IReadOnlyList<ProvenRewrite> Proven { get; init; } = [];

    public MeasuredFigure this[string measure] => Figures[measure];

    public bool IsShown => Proven.Count > 0 || Share?.IsShown == true || Figures.Values.Any(figure => figure.IsShown);

    /// <summary>
    /// People whom an article helped × the median of the minutes that a problem cost people who needed a person ÷ 60, of the same topic and month.
    /// Not all of them would have asked a person, so it is at most that. Null when either is about too few people.
    /// </summary>
    public double? HoursGivenBack => this[Measure.Fixes].IsShown && this[Measure.Minutes] is { IsShown: true, Median: { } median }
        ? this[Measure.Fixes].People * median / 60
        : null;

    internal static MeasuredGroup Of(string topic, DateOnly month, IReadOnlyList<MeasuredRow> rows) =>
        new(topic, month, Measure.All.ToDictionary(measure => measure, measure => MeasuredFigure.Of(measure, rows)));

    /// <summary>One group for each topic that has something to show, by key, then what has no topic, and one for what is too small by itself.</summary>
    internal static IReadOnlyList<MeasuredGroup> ByTopic(
        DateOnly month, IReadOnlyList<MeasuredRow> rows, IReadOnlyList<ContactShare> shares, IReadOnlyList<ProvenRewrite> proven)
    {
        var topics = rows.Select(row => row.Topic).Concat(shares.Select(share => share.Topic)).Concat(proven.Select(rewrite => rewrite.Topic)).Distinct()
            .OrderBy(topic => topic.Length == 0).ThenBy(topic => topic, StringComparer.Ordinal);
        var (rowsOf, provenOf, shareOf) = (rows.ToLookup(row => row.Topic), proven.ToLookup(rewrite => rewrite.Topic), shares.ToDictionary(share => share.Topic));
        var groups = topics.Select(topic => Of(topic, month, [.. rowsOf[topic]]) with { Share = shareOf.GetValueOrDefault(topic), Proven = [.. provenOf[topic]] }).ToList();
        var small = groups.SelectMany(group => group.Figures.Values).Where(figure => !figure.IsShown).SelectMany(figure => figure.Rows).ToList();
        var others = Of(OthersKey, month, small) with { Share = ContactShare.Sum(OthersKey, shares.Where(share => !share.IsShown)) };
        return [.. groups.Append(others).Where(group => group.IsShown)];
    }

    /// <summary>What all groups that are shown have together: nothing can be subtracted from it to see a group that is not shown.</summary>
    internal static MeasuredGroup Total(DateOnly month, IReadOnlyList<MeasuredGroup> shown) =>
        Of(AllKey, month, [.. shown.SelectMany(group => group.Figures.Values).Where(figure => figure.IsShown).SelectMany(figure => figure.Rows)]) with
        {
            Share = ContactShare.Sum(AllKey, shown.Select(group => group.Share).OfType<ContactShare>().Where(share => share.IsShown)),
            Proven = [.. shown.SelectMany(group => group.Proven)]
        };
}
