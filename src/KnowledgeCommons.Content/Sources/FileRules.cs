using System.Globalization;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Sources;

/// <summary>Which files of a source are content at all: the same for folders and for git.</summary>
internal static class FileRules
{
    public const long LongestArticle = 5 * 1024 * 1024;
    public const long LongestAttachment = 50 * 1024 * 1024;

    /// <summary>True for what is never looked at and needs no finding: dot files, dot folders, node_modules.</summary>
    public static bool IsHidden(ReadOnlySpan<char> path)
    {
        foreach (var part in path.Split('/'))
        {
            if (path[part] is "node_modules" || path[part].StartsWith('.'))
                return true;
        }
        return false;
    }

    /// <summary>True when the name is Unicode; otherwise a finding says that the file, or all the folder holds, is left out.</summary>
    public static bool AdmitsName(string path, ICollection<Finding> findings)
    {
        if (!path.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar))
            return true;
        findings.Add(new Finding("name-not-unicode", Severity.Warning, path, 0,
            $"The name of {path} is not valid UTF-8, so it was left out.", "Rename it; letters, digits and hyphens always work."));
        return false;
    }

    /// <summary>True when the file is to be served; what is wrong with it is added to the findings either way.</summary>
    public static bool Admits(string path, long size, ICollection<Finding> findings)
    {
        if (!AdmitsName(path, findings))
            return false;
        if (size > Limit(path))
        {
            findings.Add(TooLarge(path, size));
            return false;
        }
        if (PortableName.Objection(path) is { } objection)
            findings.Add(new Finding("unportable-name", Severity.Note, path, 0,
                $"Windows cannot hold a file named {path}: {objection}.", "Rename it so that everyone can check it out."));
        return true;
    }

    public static long Limit(string path) => IsArticle(path) ? LongestArticle : LongestAttachment;

    public static Finding SymlinkLeft(string path) =>
        new("symlink-leaves-folder", Severity.Warning, path, 0,
            $"{path} is a link to something outside the content folder, so it was left out.", "Put a copy of the file here instead of the link.");

    public static Finding LinkNotFollowed(string path, string why) =>
        new("symlink-not-followed", Severity.Warning, path, 0, $"{path} is a link {why}, so it was left out.", "Put the file itself here instead of the link.");

    public static Finding SubmoduleLeft(string path) =>
        new("submodule-not-followed", Severity.Warning, path, 0,
            $"{path} is a git submodule, so what it holds was left out.", "Put the files into this repository, or serve the other repository by itself.");

    public static Finding Unreadable(string path, string reason) =>
        new("file-unreadable", SeverityFor(path), path, 0, $"{path} could not be read: {reason}", "Give the account that runs this server the right to read it.");

    private static Finding TooLarge(string path, long size) =>
        new("file-too-large", SeverityFor(path), path, 0,
            $"{path} has {Megabytes(size)} MB; {(IsArticle(path) ? "an article" : "an attachment")} may have {Limit(path) / 1024 / 1024} MB, so it was left out.",
            IsArticle(path) ? "Split the article, and keep pictures in files of their own." : "Make the file smaller, or put it on a file share and link to it.");

    private static Severity SeverityFor(string path) => IsArticle(path) ? Severity.Error : Severity.Warning;

    private static bool IsArticle(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static string Megabytes(long size) => (size / 1024.0 / 1024.0).ToString("0.0", CultureInfo.InvariantCulture);
}
