using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Abuse;

/// <summary>How much one reader and one network may do. 0 takes a limit away.</summary>
internal sealed class AbuseOptions : IValidatableObject
{
    /// <summary>Requests a minute of one browser.</summary>
    [Limit]
    public int PagesPerReader { get; set; } = 600;

    /// <summary>Requests a minute of one network; a whole building may be one.</summary>
    [Limit]
    public int PagesPerNetwork { get; set; } = 6000;

    /// <summary>Forms a minute of one browser.</summary>
    [Limit]
    public int PostsPerReader { get; set; } = 60;

    /// <summary>Forms a minute of one network.</summary>
    [Limit]
    public int PostsPerNetwork { get; set; } = 300;

    /// <summary>Answers an hour about one article from one network; later ones are held until a person has looked.</summary>
    [Limit]
    public int AnswersPerArticle { get; set; } = 40;

    /// <summary>Cases an hour from one network; later ones are held until a person has looked.</summary>
    [Limit]
    public int CasesPerNetwork { get; set; } = 60;

    /// <summary>The same for people who have not signed in on a closed site.</summary>
    [Limit]
    public int CasesFromOutside { get; set; } = 10;

    /// <summary>A form that comes back sooner was hardly filled in by a person.</summary>
    public TimeSpan FastestForm { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long what is held waits for somebody to look.</summary>
    public TimeSpan KeepHeld { get; set; } = TimeSpan.FromDays(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (FastestForm < TimeSpan.Zero || FastestForm > TimeSpan.FromSeconds(30))
            yield return new ValidationResult("must be between 0 and 30 seconds", [nameof(FastestForm)]);
        if (KeepHeld < TimeSpan.FromDays(2)) yield return new ValidationResult("must be at least 2 days, so that somebody can look", [nameof(KeepHeld)]);
    }

    private sealed class LimitAttribute : RangeAttribute
    {
        private const int Most = 1_000_000;

        public LimitAttribute() : base(0, Most) => ErrorMessage = "must be between 0 and 1000000";
    }
}
