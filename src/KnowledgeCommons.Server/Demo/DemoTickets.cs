using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Simulation;
using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Demo;

/// <summary>Tickets that people opened in another system, as an import brings them: a few at a time, with the reason where somebody gave one.</summary>
internal sealed class DemoTickets(ContactBook book, PersonKeys keys, DemoClock clock, Dice dice)
{
    private const string Source = "zendesk";
    private readonly List<Contact> _waiting = [];
    private int _number = 4000;

    public Task OpenAsync(DemoAttempt attempt, bool? saysPage)
    {
        var at = clock.GetUtcNow();
        _waiting.Add(new Contact(Source, $"{++_number}", keys.HashOf($"{attempt.Reader}@example.com"), at)
        {
            Subject = attempt.Article.Article.Title,
            Text = attempt.Article.Problems[dice.Below(attempt.Article.Problems.Count)],
            Topic = attempt.Article.Article.Topic,
            Article = attempt.Article.Slug,
            Reason = saysPage switch { true => CloseReason.ThePage, false => CloseReason.NeedsAPerson, null => null },
            ClosedAt = at.AddHours(dice.Between(1, 30))
        });
        return Task.CompletedTask;
    }

    /// <summary>What was opened since the last import.</summary>
    public async Task ImportAsync(CancellationToken cancel)
    {
        if (_waiting.Count > 0) await book.KeepAsync(_waiting, cancel);
        _waiting.Clear();
    }
}
