namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What a reader looked for lately, newest first. The one place where this slice asks Searching: <paramref name="recall"/> answers for a
/// reader's key and an instant, <paramref name="find"/> for one search by its id (null: there is none).
/// </summary>
internal sealed class RecentSearches(
    Func<string, DateTimeOffset, CancellationToken, Task<IReadOnlyList<PastSearch>>> recall,
    Func<string, CancellationToken, Task<PastSearch?>> find)
{
    /// <summary>For a site that keeps no searches.</summary>
    public static RecentSearches None { get; } =
        new((_, _, _) => Task.FromResult<IReadOnlyList<PastSearch>>([]), (_, _) => Task.FromResult<PastSearch?>(null));

    public Task<IReadOnlyList<PastSearch>> OfAsync(string reader, DateTimeOffset since, CancellationToken cancel) => recall(reader, since, cancel);

    public Task<PastSearch?> FindAsync(string id, CancellationToken cancel) => find(id, cancel);
}
