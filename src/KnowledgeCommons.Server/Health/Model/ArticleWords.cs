using System.Text.RegularExpressions;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>An article's text as a comparison needs it.</summary>
/// <param name="All">All words, in small letters, without marks of emphasis.</param>
/// <param name="Steps">The words of each numbered step.</param>
/// <param name="Acts">What people type, click or look at, letter by letter: code, commands, menu paths, targets of links and pictures.</param>
internal sealed partial record ArticleWords(IReadOnlyList<string> All, IReadOnlyList<IReadOnlyList<string>> Steps, IReadOnlyList<string> Acts)
{
    public static ArticleWords Of(string markdown)
    {
        var text = FrontMatter().Replace(markdown.ReplaceLineEndings("\n"), "");
        return new ArticleWords(
            WordsOf(text),
            [.. Step().Matches(WithoutCode(text)).Select(step => WordsOf(step.Value))],
            [.. Act().Matches(text).Select(act => Spaces().Replace(act.Value, " ").Trim())]);
    }

    private static string WithoutCode(string text) => Fence().Replace(text, "");

    private static IReadOnlyList<string> WordsOf(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\A\uFEFF?---\n.*?\n---(\n|\z)", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"[\p{L}\p{N}]+('\p{L}+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[ \t]*\d+[.)][ \t]+[^\n]*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Step();

    [GeneratedRegex(@"^(```|~~~).*?^(```|~~~)[ \t]*$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    // Fences, code in a line, targets of links and pictures, bare addresses, menu paths such as Settings > Network.
    [GeneratedRegex(@"^(```|~~~).*?^(```|~~~)[ \t]*$|`[^`\n]+`|\]\([^)\n]+\)|<?https?:[^>\s)]+|[\p{L}\p{N}*_]+([ \t]+[\p{L}\p{N}*_]+){0,2}([ \t]*(>|→)[ \t]*[\p{L}\p{N}*_]+)+", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Act();

    [GeneratedRegex(@"\s+|\*|_", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
