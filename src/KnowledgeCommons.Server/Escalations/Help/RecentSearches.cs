namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// What a reader looked for lately, newest first. The one place where this slice asks Searching: <paramref name="recall"/> answers for a
/// reader's key and an instant, <paramref name="find"/> for one search by its id (null: there is none).
/// </summary>
internal sealed class RecentSearches(
    Func<string, DateTimeOffset, CancellationToken, Task<IReadOnlyList<PastSearch>>> recall,
    Func<string, CancellationToken, Task<PastSearch?>> find)
{
    public Task<IReadOnlyList<PastSearch>> OfAsync(string reader, DateTimeOffset since, CancellationToken cancel) => recall(reader, since, cancel);

    public Task<PastSearch?> FindAsync(string id, CancellationToken cancel) => find(id, cancel);
}
