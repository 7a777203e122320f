namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>A person who read an article reached a human, and what our attribution makes of it.</summary>
internal readonly record struct SimulatedContact
{
    /// <summary>The article that was read.</summary>
    public required int Article { get; init; }

    /// <summary>The article the contact is counted for; -1 when the link is lost.</summary>
    public required int CountedFor { get; init; }

    /// <summary>The weight from 0 to 1 of that attribution.</summary>
    public required double Weight { get; init; }

    /// <summary>Linked by the person or an agent, and not guessed from text.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>How often the person called about it.</summary>
    public required int Calls { get; init; }

    /// <summary>The reason that was asked for: the page, something else, or null when nobody asked.</summary>
    public required bool? SaysPage { get; init; }
}
