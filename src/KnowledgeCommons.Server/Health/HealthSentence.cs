using System.Globalization;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>Says in words what is known of an article, how sure that is, and what is not known.</summary>
internal sealed class HealthSentence(Texts texts, IOptions<HealthOptions> options)
{
    private const double Spares = 0.05;
    private const double Likely = 0.5;
    private const double StandsOut = 1.3;

    public string Of(ArticleReport report) => report switch
    {
        { HarmedAt: not null, State: HealthState.Flagged } => $"{texts["judged.harm"]} {Told(report)}".TrimEnd(),
        { Judgement: null } => texts["judged.nothing"],
        { State: HealthState.NotEnoughEvidence } => $"{texts["judged.toofew"]} {Seen(report)}".TrimEnd(),
        _ => Told(report)
    };

    /// <summary>Minutes a week that a good rewrite would save the desk and the people who ask.</summary>
    public double MinutesSpared(Judgement judgement) => judgement.Excess * (options.Value.AgentMinutes + options.Value.RequesterMinutes);

    private string Told(ArticleReport report) => string.Join(' ', new[] { Seen(report), Reasons(report.Judgement?.Numbers), Judged(report) }.Where(part => part.Length > 0));

    private string Seen(ArticleReport report) => report.Judgement?.Numbers is not { Episodes: > 0 } its ? "" : texts.Count("judged.seen", Math.Max(1, its.Weeks),
        ("title", report.Article.Title), ("people", Sum(its.Episodes)), ("failed", Sum(its.Failed)), ("expected", Sum(its.Expected)));

    private string Reasons(ArticleEstimate? its) => its is null or { Episodes: 0 } ? ""
        : HasReasons(its) ? texts.Count("judged.reasons", (long)Math.Round(its.Reasons), ("page", Sum(its.PageReasons)))
        : texts["judged.noreasons"];

    // A claim needs reasons: without any, a hard topic and a bad page look alike.
    private string Judged(ArticleReport report)
    {
        if (report.Judgement is not { Numbers: { Episodes: > 0 } its } judgement) return "";
        if (its.Bad >= Likely && HasReasons(its)) return Sure(its) + Spared(judgement);
        if (its.Hard >= Likely) return texts["judged.hard"];
        if (its.Failed < its.Expected * StandsOut) return texts["judged.ordinary"];
        return HasReasons(its) ? texts.With("judged.unsure", ("percent", Percent(its.Bad))) : texts["judged.ask"];
    }

    private string Sure(ArticleEstimate its) =>
        texts.With("judged.sure", ("percent", Percent(its.Bad)), ("low", Factor(its.FaultLow)), ("high", Factor(its.FaultHigh)));

    private string Spared(Judgement judgement) => judgement.Excess < Spares ? "."
        : texts.With("judged.spares", ("contacts", Factor(judgement.Excess)), ("minutes", Math.Round(MinutesSpared(judgement))));

    private static bool HasReasons(ArticleEstimate its) => its.Reasons >= 0.5;

    private static int Percent(double share) => Math.Clamp((int)Math.Round(100 * share), 1, 99);

    // Sums of part persons: whole from three on.
    private static string Sum(double number) => number.ToString(number >= 3 ? "N0" : "0.#", CultureInfo.InvariantCulture);

    private static string Factor(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
