using System.Globalization;
using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Server.Desk;

/// <summary>So many of 100, and between which two numbers that lies with 95 % (see <see cref="Wilson"/>).</summary>
public sealed record RatePerHundred(double Rate, double Low, double High)
{
    /// <summary>Null when nothing was tried.</summary>
    internal static RatePerHundred? Of(double hits, double of) =>
        of <= 0 ? null : new RatePerHundred(100 * Math.Min(1, hits / of), 100 * Wilson.LowerBound(Math.Min(hits, of), of), 100 * Wilson.UpperBound(Math.Min(hits, of), of));

    public string InWords => $"{Short(Rate)} ({Short(Low)} – {Short(High)})";

    internal static string Short(double number) => number.ToString(number < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
