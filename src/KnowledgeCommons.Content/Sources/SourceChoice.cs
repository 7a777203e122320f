using System.Text.RegularExpressions;

namespace KnowledgeCommons.Content.Sources;

/// <summary>Turns the settings an operator writes into the source they mean.</summary>
public static partial class SourceChoice
{
    /// <param name="source">A folder, a local git repository (bare or not), or a git URL; relative to the current directory.</param>
    /// <param name="branch">Git only; null: main, else the repository's HEAD.</param>
    /// <param name="folder">The subfolder that holds the articles; null: all of it.</param>
    /// <param name="cloneFolder">Where a git source keeps its clone.</param>
    /// <param name="refresh">How often to look for news when nobody wakes the source.</param>
    /// <exception cref="ContentSourceException">The settings cannot mean a source; the message says what to write instead.</exception>
    public static ContentSource For(string source, string? branch, string? folder, string cloneFolder, TimeSpan refresh, TimeProvider time)
    {
        var setting = source.Trim();
        if (setting.Length == 0)
            throw new ContentSourceException("Content:Source is empty. Set it to a folder, a git repository or the URL of one.");
        if (!Path.Exists(setting) && IsUrl(setting))
            return new GitSource(setting, branch, folder, cloneFolder, refresh, time);
        var path = Path.GetFullPath(setting);
        return IsRepository(path)
            ? new GitSource(path, branch, folder, cloneFolder, refresh, time)
            : new FolderSource(Subfolder(path, folder), refresh, time);
    }

    // https://…, ssh://…, and the short form host:path, which is not C:\path.
    private static bool IsUrl(string setting) => setting.Contains("://", StringComparison.Ordinal) || HostAndPath().IsMatch(setting);

    // The root of a work tree (.git is a file in a submodule and in a second work tree), or a bare repository. A folder inside one is a plain folder.
    private static bool IsRepository(string path) =>
        Path.Exists(Path.Combine(path, ".git"))
        || (File.Exists(Path.Combine(path, "HEAD")) && Directory.Exists(Path.Combine(path, "objects")) && Directory.Exists(Path.Combine(path, "refs")));

    private static string Subfolder(string path, string? folder)
    {
        var full = Path.GetFullPath(Path.Combine(path, folder ?? ""));
        return RealPath.IsInside(path, Path.TrimEndingDirectorySeparator(full)) || full == path
            ? full
            : throw new ContentSourceException($"'{folder}' is not a folder inside {path}. Set Content:Folder to one, such as docs/articles.");
    }

    [GeneratedRegex(@"^([^/\\:@\s]+@)?[^/\\:@\s-][^/\\:@\s]+:[^\\]")]
    private static partial Regex HostAndPath();
}
