using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// The issuer of the settings as it was last read. Its keys are read anew twice a day, and when a token names one that is not known, but not more often than every
/// half minute, so that made-up tokens cannot send us asking. While it does not answer, what is known goes on counting.
/// </summary>
internal sealed class KnownProvider(ProviderPlace place, ProviderDocuments documents, Alarms alarms, TimeProvider time, ILogger<KnownProvider> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan RestBetweenTries = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RestWhileUnknown = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _reading = new(1, 1);
    private Provider? _known;
    private DateTimeOffset _knownAt;
    private DateTimeOffset? _triedAt;

    /// <summary>Null while it could never be read.</summary>
    public async Task<Provider?> NowAsync(CancellationToken cancel) =>
        Volatile.Read(ref _known) is { } known && time.GetUtcNow() - _knownAt < Fresh ? known : await ReadAsync(Volatile.Read(ref _known), cancel);

    /// <summary>After a token named a key that <paramref name="seen"/> does not have.</summary>
    public Task<Provider?> RenewedAsync(Provider seen, CancellationToken cancel) => ReadAsync(seen, cancel);

    public void Dispose() => _reading.Dispose();

    private async Task<Provider?> ReadAsync(Provider? seen, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            // Somebody else may have read it meanwhile.
            if (!ReferenceEquals(_known, seen)) return _known;
            var now = time.GetUtcNow();
            if (_triedAt is { } tried && now - tried < (_known is null ? RestWhileUnknown : RestBetweenTries)) return _known;
            _triedAt = now;
            var (found, wrong) = await documents.ReadAsync(place);
            alarms.Replace("sign-in", wrong is null ? [] : [$"Signing in: {wrong}"]);
            if (wrong is not null) log.ProviderUnreadable(wrong);
            if (found is null) return _known;
            _knownAt = now;
            Volatile.Write(ref _known, found);
            return found;
        }
        finally
        {
            _reading.Release();
        }
    }
}
