using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>How long what tells of persons is kept. Counts stay.</summary>
internal sealed class PrivacyOptions : IValidatableObject
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>Searches whose words fewer than three people used. The desk looks at those of four weeks.</summary>
    public TimeSpan RareSearches { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Who searched: after that the words that several people used stand alone.</summary>
    public TimeSpan Searches { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Words that several people used, and what they opened: what searches learn from.</summary>
    public TimeSpan LearntSearches { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Who answered, and their words; the answer itself stays as a count.</summary>
    public TimeSpan Answers { get; set; } = TimeSpan.FromDays(90);

    /// <summary>After a case was closed: addresses, names, words, files and its whole timeline.</summary>
    public TimeSpan ClosedCases { get; set; } = TimeSpan.FromDays(90);

    /// <summary>To whom something was sent.</summary>
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The keyed hash of whoever a ticket from elsewhere is by.</summary>
    public TimeSpan Tickets { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Who worked on an article or a known issue, and what they wrote about it.</summary>
    public TimeSpan Work { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Who opened personal words, changed promises, roles or settings.</summary>
    public TimeSpan Audit { get; set; } = TimeSpan.FromDays(365);

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        foreach (var (name, period, days) in Fewest())
            if (period < TimeSpan.FromDays(days) || period > Longest)
                yield return new ValidationResult($"must be between {days} and {Longest.TotalDays:0} days", [name]);
        if (LearntSearches < Searches) yield return new ValidationResult("must not be shorter than Privacy:Searches", [nameof(LearntSearches)]);
    }

    // Below these, work that is under way would lose what it needs: gaps are those of 28 days, and an answer can change for 35.
    private IEnumerable<(string Name, TimeSpan Period, int Days)> Fewest() =>
    [
        (nameof(RareSearches), RareSearches, 28), (nameof(Searches), Searches, 30), (nameof(LearntSearches), LearntSearches, 30), (nameof(Answers), Answers, 36),
        (nameof(ClosedCases), ClosedCases, 1), (nameof(Messages), Messages, 1), (nameof(Tickets), Tickets, 36), (nameof(Work), Work, 1), (nameof(Audit), Audit, 30)
    ];
}
