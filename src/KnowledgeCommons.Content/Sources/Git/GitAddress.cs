namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>A repository's path or URL, a branch and a folder in it, all checked: nothing in them can be taken for an option or another kind of name.</summary>
internal sealed record GitAddress
{
    public GitAddress(string repository, string? branch, string? folder)
    {
        Repository = Checked(repository.Trim());
        Branch = string.IsNullOrWhiteSpace(branch) ? null : CheckedBranch(branch.Trim());
        Folder = CheckedFolder(folder ?? "");
    }

    public string Repository { get; }

    /// <summary>Null when the repository itself is to say.</summary>
    public string? Branch { get; }

    /// <summary>With slashes, "" for the whole tree.</summary>
    public string Folder { get; }

    /// <summary>The repository as it may be shown.</summary>
    public string Shown => GitComplaint.WithoutCredentials(Repository);

    /// <summary>The path in the whole tree of a file below the folder.</summary>
    public string PathInTree(string path) => Folder.Length == 0 ? path : Folder + "/" + path;

    /// <summary>The path of a file relative to the folder; null when it is not below it.</summary>
    public string? PathBelowFolder(string path)
    {
        if (Folder.Length == 0)
            return path;
        return path.Length > Folder.Length + 1 && path[Folder.Length] == '/' && path.StartsWith(Folder, StringComparison.Ordinal)
            ? path[(Folder.Length + 1)..]
            : null;
    }

    private static string Checked(string repository) =>
        repository.Length > 0 && repository[0] != '-' && !repository.Any(char.IsControl)
            ? repository
            : throw new ContentSourceException($"'{GitComplaint.WithoutCredentials(repository)}' is not the path or URL of a git repository.");

    private static string CheckedBranch(string branch) =>
        IsBranch(branch) ? branch : throw new ContentSourceException($"'{branch}' is not the name of a branch. Set Content:Branch to one, such as main.");

    // The rules of git check-ref-format.
    private static bool IsBranch(string branch) =>
        branch[0] != '-' && branch[^1] != '.' && branch != "@" && branch.Length <= 200
        && !branch.Contains("..", StringComparison.Ordinal) && !branch.Contains("@{", StringComparison.Ordinal)
        && !branch.Any(letter => char.IsControl(letter) || " ~^:?*[\\".Contains(letter))
        && branch.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));

    private static string CheckedFolder(string folder)
    {
        var parts = folder.Trim().Replace('\\', '/').Split('/').Where(part => part is not ("" or ".")).ToList();
        return parts.Contains("..") || folder.Any(char.IsControl)
            ? throw new ContentSourceException($"'{folder}' is not a folder inside the repository. Set Content:Folder to one, such as docs/articles.")
            : string.Join('/', parts);
    }
}
