using System.Globalization;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>A group's number as it stands on a page.</summary>
internal sealed class FigureWords(Texts texts)
{
    /// <summary>Null where too few people stand behind it.</summary>
    public string? Of(MeasuredGroup group, string measure) => measure switch
    {
        Measure.Contacts => group.Share?.ContactsRate?.InWords,
        Measure.Again => group.Share?.RepeatsRate?.InWords,
        Measure.Proven => $"{group.Proven.Count}",
        Measure.Hours => group.HoursGivenBack is { } hours ? texts.With("measured.hours", ("n", hours.ToString(hours < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture))) : null,
        _ => group[measure] is { IsShown: true } figure ? Counted(figure) : null
    };

    private string Counted(MeasuredFigure figure) => figure.Measure switch
    {
        Measure.Minutes => texts.With("measured.minutes", ("n", (figure.Median ?? 0).ToString("0.#", CultureInfo.InvariantCulture))),
        Measure.Heard => texts.With("measured.heard", ("n", figure.FeltHeard), ("of", figure.Rows.Count)),
        Measure.Fixes => $"{figure.People}",
        _ => $"{figure.Rows.Count}"
    };
}
