using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// A number about a group of people. Nothing is shown of fewer than three: then whoever knows their colleagues would know who it was. Rows of one
/// person about one thing count together in <paramref name="People"/>, each by itself in <paramref name="Rows"/>.
/// </summary>
public sealed record MeasuredFigure(string Measure, int People, IReadOnlyList<MeasuredRow> Rows)
{
    public const int FewestPeople = 3;

    public bool IsShown => People >= FewestPeople;

    /// <summary>The middle of the minutes; between the two middle ones when their number is even. Null when there are none.</summary>
    public double? Median
    {
        get
        {
            var sorted = Rows.Select(row => double.TryParse(row.Value, System.Globalization.CultureInfo.InvariantCulture, out var minutes) ? minutes : (double?)null)
                .OfType<double>().Order().ToList();
            return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }

    public int FeltHeard => Rows.Count(row => row.Value == CaseEnding.Heard);

    public static MeasuredFigure Of(string measure, IEnumerable<MeasuredRow> rows)
    {
        var own = rows.Where(row => row.Measure == measure).OrderByDescending(row => row.At).ThenBy(row => row.Number).ThenBy(row => row.Slug, StringComparer.Ordinal).ToList();
        return new MeasuredFigure(measure, own.Select(row => row.Reader).Distinct().Count(), own);
    }
}
