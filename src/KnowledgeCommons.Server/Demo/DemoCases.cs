using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Health.Simulation;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Demo;

/// <summary>Cases from their opening to their end, step by step as people take them.</summary>
internal sealed class DemoCases(Cases cases, DeskSteps desk, CaseEndings endings, DutyDesk duty, DemoAgenda agenda, DemoClock clock, DemoWords words, Dice dice)
{
    private const double Forgotten = 0.04;
    private const double TellsTheEnd = 0.35;

    /// <summary>Opens a case now and puts down what follows. <paramref name="saysPage"/>: what its closing will say; null: the reader ends it.</summary>
    public async Task OpenAsync(DemoAttempt attempt, bool? saysPage, int calls, CaseRow? repeats, CancellationToken cancel)
    {
        var responder = duty.ResponderFor(attempt.Article.Article.Topic, clock.GetUtcNow());
        var token = await cases.OpenAsync(Request(attempt, responder, repeats), cancel);
        if ((await cases.FindByTokenAsync(token.Value, cancel))?.Case is not { } opened || duty.Find(responder.Key) is not { IsTeam: false } who) return;
        Plan(opened.Id, who, attempt, saysPage, cancel);
        if (calls > 1) agenda.Put(clock.GetUtcNow().AddHours(dice.Between(20, 110)), () => OpenAsync(attempt, saysPage, calls - 1, opened, cancel));
    }

    private void Plan(string id, Person who, DemoAttempt attempt, bool? saysPage, CancellationToken cancel)
    {
        var taken = DemoTimes.Work(clock.GetUtcNow(), TimeSpan.FromMinutes(dice.Chance(Forgotten) ? dice.Between(2000, 3500) : dice.Between(4, 100)));
        var answered = DemoTimes.Work(taken, TimeSpan.FromMinutes(dice.Between(8, 150)));
        var ended = DemoTimes.Work(answered, TimeSpan.FromHours(dice.Between(1, 26)));
        agenda.Put(taken, () => StepAsync(id, before => DeskChanges.Take(before, who, clock.GetUtcNow()), cancel));
        var answer = words.Answers[dice.Below(words.Answers.Count)];
        agenda.Put(answered, () => StepAsync(id, before => DeskChanges.Answer(before, who, new Answer(answer, Asks: false, PromiseBy: null, Article: null), clock.GetUtcNow()), cancel));
        if (saysPage is { } page) agenda.Put(ended, () => CloseAsync(id, who, attempt, page ? CloseReason.ThePage : CloseReason.NeedsAPerson, cancel));
        else agenda.Put(ended, () => cases.SolvedAsync(id, words: null, [], cancel));
        if (dice.Chance(TellsTheEnd)) agenda.Put(ended.AddMinutes(30), () => TellEndAsync(id, cancel));
    }

    private async Task CloseAsync(string id, Person who, DemoAttempt attempt, string reason, CancellationToken cancel)
    {
        if (reason == CloseReason.ThePage && dice.Chance(0.3))
        {
            var use = new ArticleUse(attempt.Article.Article, ArticleUse.Wrong, attempt.Article.Story.Said is [var first, ..] ? first : null);
            await desk.TakeAsync(id, before => DeskChanges.Use(before, who, use, clock.GetUtcNow()), use, cancel);
        }
        await StepAsync(id, before => DeskChanges.Close(before, who, reason, words.Closing[reason], clock.GetUtcNow()), cancel);
    }

    private async Task TellEndAsync(string id, CancellationToken cancel)
    {
        await endings.KeepMinutesAsync(id, CaseEnding.Minutes[dice.Below(5)], cancel);
        await endings.KeepHeardAsync(id, CaseEnding.Answers[dice.Chance(0.8) ? 0 : 1 + dice.Below(2)], cancel);
    }

    private Task StepAsync(string id, Func<CaseRow, CaseChange> step, CancellationToken cancel) =>
        desk.TakeAsync(id, before => before.IsClosed ? new CaseChange(before, []) : step(before), use: null, cancel);

    private HelpRequest Request(DemoAttempt attempt, Responder responder, CaseRow? repeats)
    {
        var article = attempt.Article;
        var problem = article.Problems[dice.Below(article.Problems.Count)];
        return new HelpRequest(new Reader(attempt.Reader), responder, repeats is null ? problem : "Again: " + problem, article.Article, attempt.Revision, attempt.Search,
            HelpChoices.Impact[dice.Below(3)], dice.Chance(0.85) ? HelpChoices.Me : "team", HelpChoices.Here, Contact: null, words.Names[dice.Below(words.Names.Count)],
            Deadline: null, Story: [], FormHash: null)
        {
            Repeats = repeats
        };
    }
}
