using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Reads the forms of a case's page into steps, or says what is not right in them.</summary>
internal sealed class CaseForms(PublishedLibrary published, Promises promises, DutyDesk duty, SiteClock clock, Texts texts)
{
    private const string ArticlePath = "/articles/";
    private static readonly string[] OnClosedCases = ["reopen", "note", "articles", "close"];

    public CaseStep Read(string action, SentForm sent, CaseRow current, Person me)
    {
        if (current.IsClosed && !OnClosedCases.Contains(action)) return Wrong("reopen", "closed");
        return action switch
        {
            "take" => new CaseStep.Valid(before => DeskChanges.Take(before, me, clock.Now)),
            "work" => new CaseStep.Valid(before => DeskChanges.Work(before, me, clock.Now)),
            "answer" => Answer(sent, me),
            "promise" => Promise(sent, me),
            "articles" => Articles(sent, me),
            "close" => Close(sent, me),
            "reopen" => Reopen(sent, me),
            "hand-over" => HandOver(sent, me),
            "note" => Worded(sent, "note", needed: true, words => before => DeskChanges.Note(before, me, words ?? "", clock.Now)),
            _ => new CaseStep.Unknown()
        };
    }

    private CaseStep Answer(SentForm sent, Person me)
    {
        var (next, article) = (Later(sent.One("promise")), Find(sent.One("article")));
        if (next is null && sent.One("promise").Length > 0) return Wrong("answer-promise", "time");
        if (next is { } promised && !duty.Admits(me.Key, promised)) return Wrong("answer-promise", "hours");
        if (article is null && sent.One("article").Length > 0) return Wrong("answer-article", "article");
        return Worded(sent, "text", needed: true, words => before =>
            DeskChanges.Answer(before, me, new Answer(words ?? "", Asks: sent.One("asks").Length > 0, next, article), clock.Now));
    }

    private CaseStep Promise(SentForm sent, Person me) =>
        Later(sent.One("promise")) is not { } next ? Wrong("promise-promise", "time")
        : duty.Admits(me.Key, next) ? new CaseStep.Valid(before => DeskChanges.Promise(before, me, next, clock.Now))
        : Wrong("promise-promise", "hours");

    private CaseStep Articles(SentForm sent, Person me)
    {
        if (FindArticle(sent.One("article")) is not { } article) return Wrong("use-article", "article");
        var (answer, words) = (sent.One("use"), sent.Words("step"));
        if (!ArticleUse.Answers.Contains(answer)) return Wrong("use-fixed", "use");
        if (answer == ArticleUse.ExtraStep && words.Length == 0) return Wrong("use-step", "step");
        if (words.Length > HelpCheck.LongestWords) return new CaseStep.Wrong("use-step", texts["help.error.long"]);
        var use = new ArticleUse(article, answer, words.Length == 0 || answer == ArticleUse.Fixed ? null : words);
        return new CaseStep.Valid(before => DeskChanges.Use(before, me, use, clock.Now), use);
    }

    private CaseStep Close(SentForm sent, Person me)
    {
        var reason = sent.One("reason");
        return CloseReason.All.Contains(reason)
            ? Worded(sent, "text", needed: true, words => before => DeskChanges.Close(before, me, reason, words ?? "", clock.Now))
            : Wrong("reason-the-page", "reason");
    }

    private CaseStep Reopen(SentForm sent, Person me) => Worded(sent, "text", needed: false, words => before =>
        DeskChanges.Reopen(before, me, words, promises.NextWordBy(me.Key, before.Topic), clock.Now));

    private CaseStep HandOver(SentForm sent, Person me) => published.People.Find(sent.One("to")) is { } to
        ? Worded(sent, "text", needed: true, words => before => DeskChanges.HandOver(before, me, to, words ?? "", Promised(before, to), clock.Now))
        : Wrong("to", "person");

    // Null: the promise can stay as it is.
    private DateTimeOffset? Promised(CaseRow before, Person to) =>
        before.PromiseBy is { } promise && !duty.Admits(to.Key, promise) ? promises.NextWordBy(to.Key, before.Topic) : null;

    private CaseStep Worded(SentForm sent, string field, bool needed, Func<string?, Func<CaseRow, CaseChange>> step)
    {
        var words = sent.Words(field);
        if (words.Length > HelpCheck.LongestWords) return new CaseStep.Wrong("forms", texts["help.error.long"]);
        if (needed && words.Length == 0) return Wrong("forms", "words");
        return new CaseStep.Valid(step(words.Length == 0 ? null : words));
    }

    private CaseStep.Wrong Wrong(string field, string key) => new(field, texts[$"deskcase.error.{key}"]);

    private DateTimeOffset? Later(string typed) => HelpCheck.Instant(typed, clock.Zone) is { } instant && instant > clock.Now ? instant : null;

    /// <summary>A pasted address of an article is as good as its slug.</summary>
    public static string SlugIn(string typed)
    {
        var cut = typed.IndexOf(ArticlePath, StringComparison.Ordinal);
        return cut < 0 ? typed : Uri.UnescapeDataString(typed[(cut + ArticlePath.Length)..].Split('#', '?')[0]);
    }

    private Slug? Find(string typed) => FindArticle(typed)?.Slug;

    private Article? FindArticle(string typed) => HelpContexts.Find(published.Seen, SlugIn(typed));
}
