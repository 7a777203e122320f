using System.Globalization;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Reads the forms of a rewrite case's page into steps, or says what is not right in them.</summary>
internal sealed class RewriteForms(PublishedLibrary published, SiteClock clock, Texts texts)
{
    private const int LastDays = 366;

    public RewriteStep Read(string action, SentForm sent, RewriteView view, Person me) => action switch
    {
        "take" => new RewriteStep.Valid(before => OwnerSteps.Assign(before, me, me, before.Due, clock.Now)),
        "assign" => Assign(sent, me),
        "snooze" => DayOf(sent.One("until")) is { } until
            ? new RewriteStep.Valid(before => OwnerSteps.Snooze(before, me, until, clock.Now))
            : Wrong("day"),
        "right" => Worded(sent, "because", words => before => OwnerSteps.Decline(before, me, words, clock.Now)),
        "product" => Product(sent, me),
        "product-fixed" => Worded(sent, "words", words => before => OwnerSteps.ProductFixed(before, me, words, clock.Now)),
        "words" => Worded(sent, "words", words => before =>
            OwnerSteps.Word(before, me, words, sent.One("now").Length > 0 ? clock.Now : null, clock.Now)),
        "answer" => Answer(sent, view, me),
        _ => new RewriteStep.Unknown()
    };

    private RewriteStep Assign(SentForm sent, Person me)
    {
        if (published.People.Find(sent.One("to")) is not { } to) return Wrong("person");
        if (sent.One("due").Length == 0) return new RewriteStep.Valid(before => OwnerSteps.Assign(before, me, to, due: null, clock.Now));
        return DayOf(sent.One("due")) is { } due ? new RewriteStep.Valid(before => OwnerSteps.Assign(before, me, to, due, clock.Now)) : Wrong("day");
    }

    private RewriteStep Product(SentForm sent, Person me)
    {
        if (published.People.Find(sent.One("service")) is not { } service) return Wrong("person");
        return Worded(sent, "why", words => before => OwnerSteps.NeedsProductFix(before, me, service, words, clock.Now));
    }

    private RewriteStep Answer(SentForm sent, RewriteView view, Person me)
    {
        if (view is not { HasNewVersion: true, Article: { } article } || sent.One("revision") != article.Revision.Value) return Wrong("version");
        return Worded(sent, "words", words => before => ProofSteps.Publish(before, new PublishedAnswer(article.Revision.Value, me.Name, words, Commit: null), clock.Now));
    }

    private RewriteStep Worded(SentForm sent, string field, Func<string, Func<RewriteCase, RewriteChange?>> step)
    {
        var words = sent.Words(field);
        return words.Length is > 0 and <= FlagAnswer.LongestBecause ? new RewriteStep.Valid(step(words)) : Wrong("words");
    }

    // The end of that day by the site's clock; from today on, a year at most.
    private DateTimeOffset? DayOf(string typed)
    {
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.Now, clock.Zone).Date);
        if (day < today || day.DayNumber - today.DayNumber > LastDays) return null;
        var end = day.ToDateTime(new TimeOnly(23, 59));
        return new DateTimeOffset(end, clock.Zone.GetUtcOffset(end));
    }

    private RewriteStep.Wrong Wrong(string key) => new(texts[$"rewrite.refused.{key}"]);
}
