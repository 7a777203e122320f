namespace KnowledgeCommons.Content.Sources;

/// <summary>Reads files of a folder whose path is a real one, and never one outside, even if a link was put there since the folder was walked.</summary>
internal sealed class FolderReader(string root)
{
    private readonly Dictionary<string, string?> _realFolders = [];

    /// <summary>Null when the file is gone, leads out of the folder, has grown too large or cannot be read.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return Inside(path) is { Exists: true } file && file.Length <= FileRules.Limit(path)
                ? await FileBytes.ReadAsync(file.FullName, file.Length, cancel)
                : null;
        }
        catch (SystemException problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private FileInfo? Inside(string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        var parent = Path.GetDirectoryName(full) ?? root;
        if (!_realFolders.TryGetValue(parent, out var realParent))
            _realFolders[parent] = realParent = RealPath.Of(parent);
        if (realParent is null)
            return null;
        var file = new FileInfo(Path.Combine(realParent, Path.GetFileName(full)));
        var real = file.LinkTarget is null ? file.FullName : RealPath.Of(file.FullName);
        return real is not null && RealPath.IsInside(root, real) ? new FileInfo(real) : null;
    }
}
