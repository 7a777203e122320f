using System.Security.Cryptography;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The bytes of attachments, each once, under the hash of what they are: a folder in the data folder that no address leads into.</summary>
internal sealed class AttachmentFolder(DataFolder data, TimeProvider time)
{
    public const string Name = "attachments";
    private readonly string _path = data.File(Name);

    public string PathOf(string hash) => Path.Combine(_path, hash[..2], hash);

    /// <summary>On disk when it returns the hash. Throws <see cref="NotSavedException"/> when the disk does not take it.</summary>
    public string Keep(ReadOnlyMemory<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(hash);
        try
        {
            if (!File.Exists(path)) Write(path, bytes.Span);
            // Whoever sends the same again makes it young again, so that the sweep leaves it alone.
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        }
        catch (IOException full)
        {
            throw new NotSavedException("A file could not be kept.", full);
        }
        return hash;
    }

    /// <summary>The hash of every file that is there, and since when it has been untouched.</summary>
    public IEnumerable<(string Hash, DateTimeOffset At)> All() =>
        !Directory.Exists(_path) ? [] : Directory.EnumerateFiles(_path, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileName(file), new DateTimeOffset(File.GetLastWriteTimeUtc(file))));

    public void Remove(string hash) => File.Delete(PathOf(hash));

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // two letters below our folder
        var fresh = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(fresh, path, overwrite: true);
    }
}
