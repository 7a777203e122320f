namespace KnowledgeCommons.Content.Sources;

internal static class FileBytes
{
    /// <summary>
    /// Up to <paramref name="size"/> bytes of the file. Nothing is opened for an empty one: what has no size may be a pipe,
    /// and opening that would wait for ever.
    /// </summary>
    public static async Task<byte[]> ReadAsync(string path, long size, CancellationToken cancel)
    {
        if (size == 0)
            return [];
        using var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.Asynchronous | FileOptions.SequentialScan);
        var bytes = new byte[size];
        var filled = 0;
        while (filled < bytes.Length && await RandomAccess.ReadAsync(handle, bytes.AsMemory(filled), filled, cancel) is > 0 and var count)
            filled += count;
        return filled == bytes.Length ? bytes : bytes[..filled];
    }
}
