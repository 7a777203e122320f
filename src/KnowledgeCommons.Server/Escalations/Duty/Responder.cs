namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Who will have a problem: always somebody with a name. The key is null only for the service desk as such. <paramref name="Begins"/> is when they
/// start to work next, and null while they work. <paramref name="Topic"/> is what they were chosen for, "" for anything.
/// </summary>
public sealed record Responder(string? Key, string Name, string? Phone, string? DeputyKey, string? DeputyName, DateTimeOffset? Begins, string Topic);
