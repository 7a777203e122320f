using System.Globalization;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Numbers of charts and their tables, as people and as scripts read them.</summary>
internal static class ShareWords
{
    /// <summary>"12.5 %", an en dash for nothing.</summary>
    public static string InWords(double? share) => share is { } known ? (100 * known).ToString("0.#", CultureInfo.InvariantCulture) + " %" : "–";

    /// <summary>In percent, for a cell's data-value; null for nothing.</summary>
    public static string? Value(double? share) => share is { } known ? (100 * known).ToString("0.####", CultureInfo.InvariantCulture) : null;

    public static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Seconds since 1970, for an axis of time.</summary>
    public static string Instant(DateOnly day) => (EpochDay.Of(day) * 86_400).ToString(CultureInfo.InvariantCulture);

    /// <summary>Sums of part persons: whole from three on.</summary>
    public static string People(double sum) => sum >= 3 ? Math.Round(sum).ToString(CultureInfo.InvariantCulture) : sum.ToString("0.#", CultureInfo.InvariantCulture);
}
