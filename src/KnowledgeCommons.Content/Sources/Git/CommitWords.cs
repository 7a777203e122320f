namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>What a commit's message says to people.</summary>
internal static class CommitWords
{
    private const int Longest = 1000;
    private static readonly string[] ByGit = ["Merge ", "Revert \"", "Squashed commit of "];

    /// <summary>The body without the block of trailers, else the subject; "" when that is one that git writes by itself.</summary>
    public static string Of(string message, string trailers)
    {
        var text = message.ReplaceLineEndings("\n").Trim();
        var block = trailers.ReplaceLineEndings("\n").Trim();
        if (block.Length > 0 && text.EndsWith(block, StringComparison.Ordinal)) text = text[..^block.Length].TrimEnd();
        var cut = text.IndexOf('\n', StringComparison.Ordinal);
        var (subject, body) = cut < 0 ? (text, "") : (text[..cut], text[cut..].Trim());
        var words = body.Length > 0 ? body : ByGit.Any(start => subject.StartsWith(start, StringComparison.Ordinal)) ? "" : subject;
        return words.Length <= Longest ? words : words[..Longest].TrimEnd() + "…";
    }
}
