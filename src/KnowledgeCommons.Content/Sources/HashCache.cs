using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace KnowledgeCommons.Content.Sources;

/// <summary>Content hashes by path, so that a look reads only files whose size or time of change differ from the last look.</summary>
internal sealed class HashCache(TimeProvider time)
{
    // A file may change twice within one tick of the file system's clock: only a time that was past by then is trusted.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<string> HashAsync(FoundFile file, CancellationToken cancel)
    {
        if (_entries.TryGetValue(file.Path, out var entry) && entry.Size == file.Size && entry.ChangedAt == file.ChangedAt)
            return entry.Hash;
        var readAt = time.GetUtcNow().UtcDateTime;
        var hash = Of(await FileBytes.ReadAsync(file.FullPath, file.Size, cancel));
        if (readAt - file.ChangedAt > Settled)
            _entries[file.Path] = new Entry(file.Size, file.ChangedAt, hash);
        return hash;
    }

    public void KeepOnly(IEnumerable<string> paths)
    {
        var kept = paths.ToHashSet(StringComparer.Ordinal);
        foreach (var path in _entries.Keys.Where(path => !kept.Contains(path)))
            _entries.TryRemove(path, out _);
    }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Entry(long Size, DateTime ChangedAt, string Hash);
}
