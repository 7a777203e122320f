namespace KnowledgeCommons.Content.Sources;

/// <summary>Resolves every link on the way to a file, as the operating system does when it opens it.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The absolute path without any link in it; null when it leads in a circle or to nothing.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        var full = Path.GetFullPath(path);
        var real = RootOf(full);
        var ahead = new Stack<string>(Segments(full[real.Length..]).Reverse());
        while (ahead.TryPop(out var segment))
        {
            if (segment is ".")
                continue;
            var next = segment is ".." ? Path.GetDirectoryName(real) ?? real : Path.Combine(real, segment);
            if (LinkTarget(next) is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks)
                return null;
            // What follows the link is looked up from where the link stands, or from the root.
            if (Path.IsPathRooted(target))
                real = RootOf(target);
            foreach (var part in Segments(target[(Path.IsPathRooted(target) ? real.Length : 0)..]).Reverse())
                ahead.Push(part);
        }
        return Path.Exists(real) ? real : null;
    }

    /// <summary>Both paths are real ones.</summary>
    public static bool IsInside(string folder, string path) =>
        path.Equals(folder, StringComparison.Ordinal)
        || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Not null: the path is rooted, and a rooted path has a root.
    private static string RootOf(string path) => Path.GetPathRoot(path)!;

    private static string[] Segments(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    private static string? LinkTarget(string path) => new FileInfo(path).LinkTarget;
}
