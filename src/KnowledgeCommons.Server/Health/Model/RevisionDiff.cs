using DiffPlex;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// How much of an article a new revision changes, word by word, and whether it changes what people do: steps, commands, code, menu paths, links,
/// screenshots. Front matter, white space, emphasis and corrected spelling are no change.
/// </summary>
internal static class RevisionDiff
{
    private const double Minor = 0.10;
    private const double Rewrite = 0.5;

    /// <summary>The class of the change and the share, from 0 to 1, of both texts' words that are not in the other. Texts are Markdown.</summary>
    public static (RevisionChange Change, double Share) Between(string before, string after, bool isDeclared = false)
    {
        var (old, fresh) = (ArticleWords.Of(before), ArticleWords.Of(after));
        var share = ChangedShare(old.All, fresh.All);
        if (isDeclared || share > Rewrite) return (RevisionChange.Rewrite, share);
        var doesTheSame = old.Acts.SequenceEqual(fresh.Acts) && old.Steps.Count == fresh.Steps.Count
            && old.Steps.Zip(fresh.Steps).All(step => ChangedShare(step.First, step.Second) == 0);
        return (share < Minor && doesTheSame ? RevisionChange.Minor : RevisionChange.Substantive, share);
    }

    private static double ChangedShare(IReadOnlyList<string> old, IReadOnlyList<string> fresh)
    {
        if (old.Count + fresh.Count == 0) return 0;
        var diff = Differ.Instance.CreateDiffs(string.Join('\n', old), string.Join('\n', fresh), ignoreWhiteSpace: false, ignoreCase: false, new DiffPlex.Chunkers.LineChunker());
        var changed = 0;
        foreach (var block in diff.DiffBlocks)
        {
            changed += block.DeleteCountA + block.InsertCountB;
            if (block.DeleteCountA != block.InsertCountB) continue;
            for (var word = 0; word < block.DeleteCountA; word++)
                if (IsSpelling(diff.PiecesOld[block.DeleteStartA + word], diff.PiecesNew[block.InsertStartB + word])) changed -= 2;
        }
        return changed / (double)(old.Count + fresh.Count);
    }

    /// <summary>Long words that differ by a letter. Short ones may mean the opposite ("not", "now"), and numbers are never a slip.</summary>
    private static bool IsSpelling(string old, string fresh)
    {
        var length = Math.Min(old.Length, fresh.Length);
        if (length < 5 || old.Any(char.IsDigit) || fresh.Any(char.IsDigit)) return false;
        var most = length >= 9 ? 2 : 1;
        return EditDistance.Of(old, fresh, most) <= most;
    }
}
