using System.Globalization;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>Says in words what is known of an article and how sure that is.</summary>
internal sealed class HealthSentence(Texts texts, IOptions<HealthOptions> options)
{
    private const double Spares = 0.05;
    private const double Likely = 0.5;

    public string Of(ArticleReport report) => report switch
    {
        { HarmedAt: not null, State: ArticleState.Flagged } => texts["judged.harm"] + Rest(report),
        { Judgement: null } => texts["judged.nothing"],
        { State: ArticleState.NotEnoughEvidence } => texts["judged.toofew"] + Rest(report),
        _ => Rest(report).TrimStart()
    };

    private string Rest(ArticleReport report)
    {
        if (report.Judgement?.Numbers is not { Episodes: > 0 } its) return "";
        var counted = texts.With("judged.counted", ("people", Rounded(its.Episodes)), ("failed", Rounded(its.Failed)), ("expected", Rounded(its.Expected)));
        var reasons = its.Reasons < 1 ? "" : " " + texts.With("judged.reasons", ("reasons", Rounded(its.Reasons)), ("page", Rounded(its.PageReasons)));
        return $" {counted}{reasons} {Judged(its)}";
    }

    private string Judged(ArticleEstimate its)
    {
        if (its.Hard >= Likely && its.Bad < Likely) return texts.With("judged.hard", ("percent", Percent(its.Hard)));
        var sure = texts.With("judged.sure", ("percent", Percent(its.Bad)), ("low", Factor(its.FaultLow)), ("high", Factor(its.FaultHigh)));
        return its.Bad < Likely || its.ExcessPerWeek < Spares ? sure : sure + " " + texts.With("judged.spares",
            ("contacts", Factor(its.ExcessPerWeek)), ("minutes", Rounded(its.ExcessPerWeek * (options.Value.AgentMinutes + options.Value.RequesterMinutes))));
    }

    private static string Percent(double share) => Math.Clamp(Math.Round(100 * share), 1, 99).ToString(CultureInfo.InvariantCulture);

    private static string Rounded(double number) => Math.Round(number).ToString("N0", CultureInfo.InvariantCulture);

    private static string Factor(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
