namespace KnowledgeCommons.Server.Privacy;

/// <summary>By what a person is known in the tables: the parameters of <see cref="KeptTable.Theirs"/>.</summary>
internal sealed record Traces
{
    /// <summary>Keyed hashes of their address or name.</summary>
    public IReadOnlyList<string> Hashes { get; init; } = [];

    /// <summary>The pseudonyms of browsers in which they gave it.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    public IReadOnlyList<string> Cases { get; init; } = [];
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>What their sessions and their tries to sign in are known by.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];
    public IReadOnlyList<string> Tries { get; init; } = [];

    /// <summary>Receipts on which they left the address.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Messages to the address, or about one of the cases.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    public DateTimeOffset Now { get; init; }

    /// <summary>What must not be found in the files afterwards: all of the above, the address as it was written, and whole sentences they wrote.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>The bytes of files that came with the cases, by their hashes.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
