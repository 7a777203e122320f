using System.Globalization;
using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>The files of one commit's tree, or of a folder in it.</summary>
internal sealed record GitTree(IReadOnlyList<SourceFile> Files, IReadOnlyList<Finding> Findings)
{
    /// <param name="treeish">A hash, or a hash, a colon and a path.</param>
    public static async Task<GitTree> ReadAsync(GitClone clone, string treeish, CancellationToken cancel)
    {
        await using var git = clone.Start(["ls-tree", "-r", "-z", "-l", "--full-tree", treeish], cancel);
        git.Input.Close();
        var output = new GitOutput(git);
        var files = new List<SourceFile>();
        var findings = new List<Finding>();
        while (await output.NextAsync(0) is { } entry)
            Take(Encoding.UTF8.GetString(entry.Span), files, findings);
        var answer = await git.FinishAsync();
        return answer.Succeeded ? new GitTree(files, findings) : throw clone.Unreadable(answer);
    }

    // "100644 blob <hash> <size, padded>\t<path>"
    private static void Take(string entry, List<SourceFile> files, List<Finding> findings)
    {
        var tab = entry.IndexOf('\t');
        var path = entry[(tab + 1)..];
        if (FileRules.IsHidden(path))
            return;
        var parts = entry[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (parts[0])
        {
            case "120000":
                findings.Add(FileRules.LinkNotFollowed(path, "and links in a git repository are not followed"));
                break;
            case "160000":
                findings.Add(FileRules.SubmoduleLeft(path));
                break;
            default:
                var size = long.Parse(parts[3], CultureInfo.InvariantCulture);
                if (FileRules.Admits(path, size, findings))
                    files.Add(new SourceFile(path, parts[2], size));
                break;
        }
    }
}
