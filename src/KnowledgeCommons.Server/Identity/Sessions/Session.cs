namespace KnowledgeCommons.Server.Identity;

/// <summary>Somebody who signed in, as the place where they did told it at that moment.</summary>
internal sealed record Session(string Account, string? Name, IReadOnlyList<string> Groups)
{
    /// <summary>What somebody with a password types to sign in; their account's key is made up.</summary>
    public string? Login { get; init; }

    /// <summary>The provider's name for its own session, by which it can end this one.</summary>
    public string? ProviderSession { get; init; }

    /// <summary>The token to sign out at the provider with.</summary>
    public string? IdToken { get; init; }
}
