using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Reads the forms of a case's page into steps, or says what is not right in them.</summary>
internal sealed class CaseForms(PublishedLibrary published, PromiseRule rule, SiteClock clock, Texts texts)
{
    private static readonly string[] OnClosedCases = ["reopen", "note", "articles", "close"];

    public CaseStep Read(string action, IFormCollection sent, CaseRow current, Person me)
    {
        if (current.IsClosed && !OnClosedCases.Contains(action)) return Wrong("reopen", "closed");
        return action switch
        {
            "take" => new CaseStep.Valid(before => DeskChanges.Take(before, me, clock.Now)),
            "answer" => Answer(sent, me),
            "promise" => Promise(sent, me),
            "articles" => Articles(sent, me),
            "close" => Close(sent, me),
            "reopen" => Worded(sent, "text", needed: false, words => before => DeskChanges.Reopen(before, me, words, rule.NextWordBy(clock.Now), clock.Now)),
            "hand-over" => HandOver(sent, me),
            "note" => Worded(sent, "note", needed: true, words => before => DeskChanges.Note(before, me, words ?? "", clock.Now)),
            _ => new CaseStep.Unknown()
        };
    }

    private CaseStep Answer(IFormCollection sent, Person me)
    {
        var (promise, article) = (One(sent, "promise"), One(sent, "article"));
        if (promise.Length > 0 && Later(promise) is null) return Wrong("answer-promise", "time");
        if (article.Length > 0 && Find(article) is null) return Wrong("answer-article", "article");
        return Worded(sent, "text", needed: true, words => before =>
            DeskChanges.Answer(before, me, new Answer(words ?? "", One(sent, "asks").Length > 0, Later(promise), Find(article)), clock.Now));
    }

    private CaseStep Promise(IFormCollection sent, Person me) => Later(One(sent, "promise")) is { } next
        ? new CaseStep.Valid(before => DeskChanges.Promise(before, me, next, clock.Now))
        : Wrong("promise-promise", "time");

    private CaseStep Articles(IFormCollection sent, Person me)
    {
        var (helped, failed) = (One(sent, "helped"), One(sent, "failed"));
        if (helped.Length > 0 && Find(helped) is null) return Wrong("helped", "article");
        if ((failed.Length > 0 && Find(failed) is null) || (helped + failed).Length == 0) return Wrong("failed", "article");
        return new CaseStep.Valid(before => DeskChanges.NameArticles(before, me, Find(helped), Find(failed), clock.Now));
    }

    private CaseStep Close(IFormCollection sent, Person me)
    {
        var reason = One(sent, "reason");
        return CloseReason.All.Contains(reason)
            ? Worded(sent, "text", needed: true, words => before => DeskChanges.Close(before, me, reason, words ?? "", clock.Now))
            : Wrong("reason-the-page", "reason");
    }

    private CaseStep HandOver(IFormCollection sent, Person me) => published.Current.People.Find(One(sent, "to")) is { } to
        ? Worded(sent, "text", needed: true, words => before => DeskChanges.HandOver(before, me, to, words ?? "", clock.Now))
        : Wrong("to", "person");

    private CaseStep Worded(IFormCollection sent, string field, bool needed, Func<string?, Func<CaseRow, CaseChange>> step)
    {
        var words = One(sent, field).ReplaceLineEndings("\n");
        if (words.Length > HelpCheck.LongestWords) return new CaseStep.Wrong("forms", texts["help.error.long"]);
        if (needed && words.Length == 0) return Wrong("forms", "words");
        return new CaseStep.Valid(step(words.Length == 0 ? null : words));
    }

    private CaseStep.Wrong Wrong(string field, string key) => new(field, texts[$"deskcase.error.{key}"]);

    private DateTimeOffset? Later(string typed) => HelpCheck.Instant(typed, clock.Zone) is { } instant && instant > clock.Now ? instant : null;

    // A pasted address of an article is as good as its slug.
    private Slug? Find(string typed)
    {
        var cut = typed.IndexOf("/articles/", StringComparison.Ordinal);
        var slug = cut < 0 ? typed : Uri.UnescapeDataString(typed[(cut + "/articles/".Length)..]);
        return HelpContexts.Find(published.Current, slug)?.Slug;
    }

    private static string One(IFormCollection sent, string field) => sent[field] is [{ } first, ..] ? first.Trim() : "";
}
