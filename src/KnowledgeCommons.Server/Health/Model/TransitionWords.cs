using System.Globalization;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Which sentence of the theme tells why an article's state changed, and the numbers in it.</summary>
internal static class TransitionWords
{
    /// <summary>The key of the sentence below <c>turned</c> in the theme's texts.</summary>
    public static string KeyOf(TransitionCause cause, HealthState to) => cause == TransitionCause.Evidence ? $"turned.Evidence.{to}" : $"turned.{cause}";

    /// <summary>The numbers by the names that the sentences use; percentages lie between 1 and 99.</summary>
    public static (string Name, object Value)[] ValuesOf(ArticleEstimate its) =>
    [
        ("people", Whole(its.Episodes)), ("failed", Whole(its.Failed)), ("expected", Whole(its.Expected)), ("percent", Percent(its.Bad)),
        ("hard", Percent(its.Hard)), ("spared", its.ExcessPerWeek.ToString("0.0", CultureInfo.InvariantCulture)),
        ("works", Percent(its.Verdict?.Works ?? 1 - its.Bad))
    ];

    private static string Whole(double number) => Math.Round(number).ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Clamp(Math.Round(100 * share), 1, 99).ToString(CultureInfo.InvariantCulture);
}
