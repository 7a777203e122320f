using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Server.Demo;

/// <summary>Turns the counts of a simulated day into people who search, read, answer and ask, and puts them on the agenda.</summary>
internal sealed class DemoDay(
    DemoAgenda agenda, DemoReaders readers, DemoHistory history, DemoSearches searches, DemoAnswers answers, DemoCases cases, DemoTickets tickets, DemoWords words, Dice dice)
{
    private const double Searches = 0.6;
    private const double GapsADay = 3;

    /// <summary>Plans the day; returns its readings, which are counted once a day.</summary>
    public IReadOnlyList<NotedReading> Plan(DateOnly date, SimulatedDay day, IReadOnlyList<DemoArticle> articles, CancellationToken cancel)
    {
        var attempts = articles.Select(article => Attempts(article, date, day)).ToList();
        foreach (var (number, some) in attempts.Index()) Answers(some, day.Yes[number], day.NotYet[number], cancel);
        foreach (var contact in day.Contacts) Contact(contact, attempts[contact.Article], cancel);
        for (var gaps = dice.Poisson(date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : GapsADay); gaps > 0; gaps--) LookInVain(date, day.Number);
        return [.. attempts.SelectMany(some => some).Select(Reading)];
    }

    private List<DemoAttempt> Attempts(DemoArticle article, DateOnly date, SimulatedDay day)
    {
        var some = new List<DemoAttempt>();
        for (var n = 0; n < day.Episodes[article.Truth.Number]; n++)
        {
            var attempt = new DemoAttempt(article, readers.Pick(article.Slug, day.Number), DemoTimes.During(date, dice), history.RevisionOf(article));
            some.Add(attempt);
            if (dice.Chance(Searches)) agenda.Put(attempt.At.AddSeconds(-20), () => Task.FromResult(attempt.Search = searches.LeadingTo(article, attempt.Reader)));
        }
        return some;
    }

    // Votes and contacts come from different people of the day as far as there are enough.
    private void Answers(List<DemoAttempt> some, int yes, int notYet, CancellationToken cancel)
    {
        foreach (var attempt in some.Take(yes)) agenda.Put(attempt.At.AddMinutes(dice.Between(2, 30)), () => answers.HelpedAsync(attempt, cancel));
        foreach (var attempt in some.Skip(yes).Take(notYet)) agenda.Put(attempt.At.AddMinutes(dice.Between(2, 30)), () => answers.NotHelpedAsync(attempt, cancel));
    }

    private void Contact(SimulatedContact contact, List<DemoAttempt> some, CancellationToken cancel)
    {
        if (some.Count == 0 || contact.CountedFor < 0) return;
        var attempt = some[^(1 + dice.Below(some.Count))];
        // Who names the article asked for a person here; the others called, and their tickets are in another system.
        agenda.Put(attempt.At.AddMinutes(dice.Between(5, 240)), () => contact.IsNamed
            ? cases.OpenAsync(attempt, contact.SaysPage, contact.Calls, repeats: null, cancel)
            : tickets.OpenAsync(attempt, contact.SaysPage));
    }

    private void LookInVain(DateOnly date, int day)
    {
        var words_ = words.Gaps[dice.Below(words.Gaps.Count)];
        agenda.Put(DemoTimes.During(date, dice), () => { searches.InVain(readers.Pick("", day), words_); return Task.CompletedTask; });
    }

    private static NotedReading Reading(DemoAttempt attempt) => new(
        new ReadingKey(attempt.Reader, attempt.Article.Article.Slug, new Revision(attempt.Revision), Readings.DayOf(attempt.At)), attempt.At, attempt.At.AddMinutes(3), 1);
}
