namespace KnowledgeCommons.Server.Abuse;

/// <summary>Something that was sent and waits until a person has looked. <see cref="Content"/> is what its kind makes of it again, in JSON.</summary>
public sealed record HeldPost
{
    public const string Case = "case";
    public const string Answer = "answer";
    public const string Affected = "affected";

    public string Id { get; init; } = "";

    /// <summary><see cref="Case"/>, <see cref="Answer"/> or <see cref="Affected"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The hash of the receipt that its sender was given.</summary>
    public string TokenHash { get; init; } = "";

    /// <summary>The same when one form is sent twice; null when the sender has none.</summary>
    public string? FormHash { get; init; }

    /// <summary>The pseudonym of the browser that sent it.</summary>
    public string Reader { get; init; } = "";

    /// <summary>The keyed hash of the address that was given; null when none was.</summary>
    public string? ContactHash { get; init; }

    /// <summary>The slug of the article that it speaks of, or the key of the known issue; null for none.</summary>
    public string? About { get; init; }

    /// <summary>What a person may have written.</summary>
    public string Words { get; init; } = "";

    public string Content { get; init; } = "";

    /// <summary>The hashes of its files, one a line.</summary>
    public string Files { get; init; } = "";

    /// <summary>Why it is held: a key below abuse.why.</summary>
    public string Why { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
