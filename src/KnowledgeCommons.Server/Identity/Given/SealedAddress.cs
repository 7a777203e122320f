namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// An address that somebody gave for an answer, encrypted as it stands in the database; <see cref="Addresses"/> opens it. Never shown or logged as it is.
/// </summary>
public sealed record SealedAddress(string Stored);
