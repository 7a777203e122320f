using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Sources;

/// <summary>A plain folder, watched, and polled in case watching fails. Hashes are SHA-256; there is no authorship.</summary>
public sealed class FolderSource(string folder, TimeSpan refresh, TimeProvider time) : ContentSource
{
    private readonly string _folder = Path.GetFullPath(folder);
    private readonly HashCache _hashes = new(time);
    private readonly SemaphoreSlim _oneLook = new(1);
    private FolderWatch? _watch;
    private (string Root, DateTime MadeAt) _watched;

    /// <summary>The absolute path of the folder.</summary>
    public string Folder => _folder;

    public override async Task<ContentSnapshot> LookAsync(CancellationToken cancel)
    {
        await _oneLook.WaitAsync(cancel);
        try
        {
            var root = Root();
            // Watched before it is read, so that no change falls between the two.
            Watch(root);
            var scan = new FolderScan(root, cancel);
            await Task.Run(scan.Run, cancel);
            return await SnapshotAsync(scan, cancel);
        }
        catch (SystemException problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ContentSourceException($"The folder {_folder} could not be read: {problem.Message}", problem);
        }
        finally
        {
            _oneLook.Release();
        }
    }

    public override async IAsyncEnumerable<(SourceFile File, byte[] Bytes)> ReadAsync(
        ContentSnapshot snapshot, IReadOnlyList<SourceFile> files, [EnumeratorCancellation] CancellationToken cancel)
    {
        var reader = new FolderReader(Root());
        foreach (var file in files)
        {
            if (await reader.ReadAsync(file.Path, cancel) is { } bytes)
                yield return (file with { Hash = HashCache.Of(bytes), Size = bytes.Length }, bytes);
        }
    }

    public override Task WaitForNewsAsync(CancellationToken cancel) => WaitForBellAsync(refresh, time, cancel);

    public override void Dispose()
    {
        _watch?.Dispose();
        _oneLook.Dispose();
        base.Dispose();
    }

    private string Root()
    {
        if (RealPath.Of(_folder) is { } root && Directory.Exists(root))
            return root;
        _watch?.Dispose();
        _watch = null;
        throw new ContentSourceException(File.Exists(_folder)
            ? $"{_folder} is a file. Set Content:Source to the folder that holds the articles."
            : $"There is no folder {_folder}. Create it, or set Content:Source to the folder that holds the articles.");
    }

    private void Watch(string root)
    {
        // A folder that was deleted and made again has the same name, but nobody watches it any more.
        var wanted = (root, Directory.GetCreationTimeUtc(root));
        if (_watch is { IsAlive: true } && _watched == wanted)
            return;
        _watch?.Dispose();
        _watch = new FolderWatch(root, time, Wake);
        _watched = wanted;
    }

    private async Task<ContentSnapshot> SnapshotAsync(FolderScan scan, CancellationToken cancel)
    {
        var findings = new ConcurrentBag<Finding>(scan.Findings);
        var hashed = new ConcurrentBag<SourceFile>();
        await Parallel.ForEachAsync(scan.Files, cancel, async (found, stop) =>
        {
            try
            {
                hashed.Add(new SourceFile(found.Path, await _hashes.HashAsync(found, stop), found.Size));
            }
            catch (IOException problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
            {
                // Gone since the walk: as if it had never been there.
            }
            catch (SystemException problem) when (problem is IOException or UnauthorizedAccessException)
            {
                findings.Add(FileRules.Unreadable(found.Path, problem.Message));
            }
        });
        _hashes.KeepOnly(scan.Files.Select(file => file.Path));
        var files = hashed.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        return new ContentSnapshot(Version(files), files, FrozenDictionary<string, Authorship>.Empty, FrozenDictionary<string, string>.Empty,
            [.. findings.OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Rule, StringComparer.Ordinal)]);
    }

    private static string Version(List<SourceFile> files)
    {
        var list = new StringBuilder();
        foreach (var file in files)
            list.Append(file.Path).Append('\0').Append(file.Hash).Append('\n');
        return HashCache.Of(Encoding.UTF8.GetBytes(list.ToString()));
    }
}
