namespace KnowledgeCommons.Server.Desk;

/// <summary>All figures of one topic in one month. The key is what addresses say: the topic's, or <see cref="OthersKey"/>.</summary>
public sealed record MeasuredGroup(string Topic, DateOnly Month, IReadOnlyDictionary<string, MeasuredFigure> Figures)
{
    /// <summary>Topics with too few people for a figure of their own, taken together figure by figure.</summary>
    public const string OthersKey = "~others";

    public MeasuredFigure this[string measure] => Figures[measure];

    public bool IsShown => Figures.Values.Any(figure => figure.IsShown);

    /// <summary>
    /// People whom an article helped × the median of the minutes that a problem cost people who needed a person ÷ 60, of the same topic and month.
    /// Not all of them would have asked a person, so it is at most that. Null when either is about too few people.
    /// </summary>
    public double? HoursGivenBack => this[Measure.Fixes].IsShown && this[Measure.Minutes] is { IsShown: true, Median: { } median }
        ? this[Measure.Fixes].People * median / 60
        : null;

    internal static MeasuredGroup Of(string topic, DateOnly month, IReadOnlyList<MeasuredRow> rows) =>
        new(topic, month, Measure.All.ToDictionary(measure => measure, measure => MeasuredFigure.Of(measure, rows)));

    /// <summary>One group for each topic that has something to show, and one for what is too small by itself.</summary>
    internal static IReadOnlyList<MeasuredGroup> ByTopic(DateOnly month, IReadOnlyList<MeasuredRow> rows)
    {
        var groups = rows.GroupBy(row => row.Topic).Select(group => Of(group.Key, month, [.. group])).ToList();
        var small = groups.SelectMany(group => group.Figures.Values).Where(figure => !figure.IsShown).SelectMany(figure => figure.Rows).ToList();
        return [.. groups.Append(Of(OthersKey, month, small)).Where(group => group.IsShown)];
    }
}
