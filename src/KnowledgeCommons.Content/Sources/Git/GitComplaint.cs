using System.Text.RegularExpressions;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>Turns what git wrote to standard error into words for the desk.</summary>
internal static partial class GitComplaint
{
    private const int Longest = 300;

    /// <summary>The first line that says anything, without "fatal:", credentials and control characters.</summary>
    public static string Reason(string complaint, int code)
    {
        var lines = complaint.Split(['\n', '\r']).Select(Bare).Where(line => line.Length > 0).ToList();
        var first = lines.FirstOrDefault(line => !IsNoise(line)) ?? lines.FirstOrDefault() ?? $"git ended with code {code}";
        var reason = WithoutCredentials(Prefix().Replace(first, "")).TrimEnd('.');
        return reason.Length <= Longest ? reason : reason[..Longest] + "…";
    }

    /// <summary>Removes name and password from every URL in the text.</summary>
    public static string WithoutCredentials(string text) => Credentials().Replace(text, "://");

    private static string Bare(string line) => Banner().Replace(Controls().Replace(line, " "), "").Trim();

    private static bool IsNoise(string line) =>
        line.StartsWith("warning:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("error: unable to read askpass", StringComparison.Ordinal)
        || !line.Any(char.IsLetter);

    [GeneratedRegex("^(fatal|error|remote|ERROR): ")]
    private static partial Regex Prefix();

    // Servers frame what they say: "remote: ====", "remote:".
    [GeneratedRegex("^remote:\\W*$")]
    private static partial Regex Banner();

    [GeneratedRegex("[\\x00-\\x1f\\x7f-\\x9f]+")]
    private static partial Regex Controls();

    [GeneratedRegex("://[^/\\s]*@")]
    private static partial Regex Credentials();
}
