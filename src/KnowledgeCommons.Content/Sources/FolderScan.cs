using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Sources;

/// <summary>A file as it stood when the folder was walked.</summary>
internal sealed record FoundFile(string Path, string FullPath, long Size, DateTime ChangedAt);

/// <summary>
/// One walk through a folder whose path is a real one. Links to files and folders inside are followed, but not a link met behind another link:
/// so the walk ends, however the links point at each other.
/// </summary>
internal sealed class FolderScan(string root, CancellationToken cancel)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    public List<FoundFile> Files { get; } = [];
    public List<Finding> Findings { get; } = [];

    public void Run() => Walk(new DirectoryInfo(root), "", behindLink: false);

    private void Walk(DirectoryInfo folder, string prefix, bool behindLink)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
                Visit(entry, prefix + entry.Name, behindLink);
        }
        catch (SystemException problem) when (prefix.Length > 0 && problem is (IOException or UnauthorizedAccessException))
        {
            Findings.Add(FileRules.Unreadable(prefix.TrimEnd('/'), problem.Message));
        }
    }

    private void Visit(FileSystemInfo entry, string path, bool behindLink)
    {
        if (FileRules.IsHidden(entry.Name) || !FileRules.AdmitsName(path, Findings))
            return;
        if (entry.LinkTarget is not null)
            Follow(entry, path, behindLink);
        else
            Take(entry, path, behindLink);
    }

    private void Take(FileSystemInfo entry, string path, bool behindLink)
    {
        if (entry is DirectoryInfo folder)
            Walk(folder, path + "/", behindLink);
        else if (entry is FileInfo { Exists: true } file && FileRules.Admits(path, file.Length, Findings))
            Files.Add(new FoundFile(path, file.FullName, file.Length, file.LastWriteTimeUtc));
    }

    private void Follow(FileSystemInfo link, string path, bool behindLink)
    {
        if (RealPath.Of(link.FullName) is not { } target)
            Findings.Add(LeadsOut(link) ? FileRules.SymlinkLeft(path) : FileRules.LinkNotFollowed(path, "that leads nowhere"));
        else if (!RealPath.IsInside(root, target))
            Findings.Add(FileRules.SymlinkLeft(path));
        else if (!Directory.Exists(target))
            Take(new FileInfo(target), path, behindLink);
        else if (RealPath.IsInside(target, Path.GetDirectoryName(link.FullName) ?? root))
            Findings.Add(FileRules.LinkNotFollowed(path, "to a folder that contains the link itself"));
        else if (behindLink)
            Findings.Add(FileRules.LinkNotFollowed(path, "met behind another link"));
        else
            Take(new DirectoryInfo(target), path, behindLink: true);
    }

    // Where a link points that leads nowhere is known only as written.
    private bool LeadsOut(FileSystemInfo link) =>
        link.LinkTarget is { } target && !RealPath.IsInside(root, Path.GetFullPath(target, Path.GetDirectoryName(link.FullName) ?? root));
}
