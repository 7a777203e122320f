using System.Diagnostics.CodeAnalysis;
using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Building;

/// <summary>One line of synonyms: <c>wifi, wlan, wireless</c> or <c>beamer => projector</c>.</summary>
internal static class SynonymLine
{
    private const string OneWay = "=>";

    // A line is looked up for every word that is typed: these bounds are far above what anybody writes by hand.
    private const int MostTerms = 40;
    private const int LongestTerm = 80;

    public static bool TryRead(string line, string? language, [NotNullWhen(true)] out SynonymGroup? group, [NotNullWhen(false)] out string? objection)
    {
        var sides = line.Split(OneWay);
        var terms = Terms(sides[0]);
        var means = sides.Length > 1 ? Terms(sides[1]).Except(terms).ToList() : [];
        objection = sides.Length > 2 ? "has more than one arrow." : Objection([.. terms, .. means]) ?? Missing(terms, means, isOneWay: sides.Length == 2);
        group = objection is null ? new SynonymGroup(language, terms, means) : null;
        return group is not null;
    }

    private static List<string> Terms(string side) =>
        [.. side.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Plain).Distinct()];

    private static string? Missing(List<string> terms, List<string> means, bool isOneWay) => (isOneWay, terms.Count, means.Count) switch
    {
        (true, 0, _) or (true, _, 0) => "has nothing on one side of the arrow that is not on the other.",
        (false, < 2, _) => "names fewer than two words that mean the same.",
        _ => null
    };

    private static string? Objection(List<string> all) =>
        all.Count > MostTerms ? $"names more than {MostTerms} words."
        : all.Any(term => term.Length > LongestTerm) ? $"has a word of more than {LongestTerm} characters."
        : all.Any(term => term.Contains('\uFFFD')) ? "is not UTF-8 text."
        : all.Find(term => !term.Any(char.IsLetterOrDigit)) is { } odd ? $"names '{odd}', which has no letter or digit."
        : null;

    // NFC, because "ü" may also come as u and two dots. A lone surrogate cannot be normalised, and comes from no UTF-8 text.
    private static string Plain(string term) =>
        string.Join(' ', term.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
