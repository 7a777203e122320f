using System.Text.RegularExpressions;

namespace KnowledgeCommons.Server.Health;

/// <summary>How much of an article's meaning a new text changes, by its words and by what people do with it: steps, commands, paths, links and pictures.</summary>
internal static partial class RevisionKind
{
    private const double Minor = 0.10;
    private const double Rewrite = 0.5;

    /// <summary>The kind, and the share of words, from 0 to 1, that are in one of the two texts only.</summary>
    public static (string Kind, double Share) Of(string before, string after)
    {
        var (old, fresh) = (WithoutFrontMatter(before), WithoutFrontMatter(after));
        var share = ChangedShare(old, fresh);
        return (share > Rewrite ? RevisionChangeRow.Rewrite
            : share < Minor && ToDo(old).SequenceEqual(ToDo(fresh)) ? RevisionChangeRow.Minor
            : RevisionChangeRow.Substantive, share);
    }

    private static double ChangedShare(string before, string after)
    {
        var (old, fresh) = (Words(before), Words(after));
        var both = old.Sum(word => Math.Min(word.Value, fresh.GetValueOrDefault(word.Key)));
        var all = old.Values.Sum() + fresh.Values.Sum();
        return all == 0 ? 0 : 1 - (2.0 * both / all);
    }

    private static Dictionary<string, int> Words(string text) => AWord().Matches(text).CountBy(word => word.Value.ToLowerInvariant()).ToDictionary();

    private static List<string> ToDo(string text) => [.. SomethingToDo().Matches(text).Select(found => found.Value.Trim())];

    private static string WithoutFrontMatter(string text) => FrontMatter().Replace(text.ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\A\uFEFF?---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex AWord();

    // Code in fences and spans, numbered steps, and where links and pictures lead.
    [GeneratedRegex(@"^```.*?^```|`[^`\n]+`|^[ \t]*\d+[.)] [^\n]*$|\]\([^)\n]+\)|<https?:[^>\n]+>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex SomethingToDo();
}
