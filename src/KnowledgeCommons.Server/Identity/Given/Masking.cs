using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// Takes out of words what could tell of whom they are: mail addresses, phone numbers, staff numbers. Error codes, versions, network addresses and dates stay:
/// they are what people look for help with.
/// </summary>
internal sealed partial class Masking(IOptions<MaskingOptions> options)
{
    private const int FewestDigits = 8;
    private readonly IReadOnlyList<Regex> _own = [.. options.Value.StaffNumbers.Select(MaskingOptions.Pattern).OfType<Regex>()];

    public string Of(string typed)
    {
        var masked = Mail().Replace(typed, "[mail]");
        foreach (var pattern in _own) masked = pattern.Replace(masked, "[number]");
        masked = Labelled().Replace(masked, match => match.Groups["label"].Value + "[number]");
        masked = Phone().Replace(masked, match => IsNumber(match.Value) ? "[phone]" : match.Value);
        return LongNumber().Replace(masked, "[number]");
    }

    // 01/02/2026 is a day.
    private static bool IsNumber(string found) =>
        found.Count(char.IsAsciiDigit) >= FewestDigits
        && !DateTime.TryParseExact(found, ["dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy", "MM-dd-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex("""[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.\p{L}{2,}""")]
    private static partial Regex Mail();

    // International, national with a leading zero, and 555-123-4567.
    [GeneratedRegex(@"(?<![\w.,:-])(?:\+\d[\d\s()/.-]{5,24}\d|\(?0\d[\d\s()/-]{4,24}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?!\w)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<label>\b(?:staff|employee|personnel|personal|mitarbeiter)[\s.-]*(?:number|no|nr|id|nummer)?[\s.:#-]{1,3})[a-z]?\d{3,}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    // Decimal error codes of Windows have ten digits.
    [GeneratedRegex(@"(?<![\w.-])\d{11,}(?![\w.-])")]
    private static partial Regex LongNumber();
}
