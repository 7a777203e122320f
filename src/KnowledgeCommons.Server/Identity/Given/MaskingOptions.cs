using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace KnowledgeCommons.Server.Identity;

/// <summary>What the company's own numbers for people look like; in the section Privacy.</summary>
internal sealed class MaskingOptions : IValidatableObject
{
    /// <summary>Regular expressions, such as "E[0-9]{6}"; what fits one of them is not kept of a search.</summary>
    public string[] StaffNumbers { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext context) =>
        from pattern in StaffNumbers
        where Pattern(pattern) is null
        select new ValidationResult($"must list regular expressions without look-around and back-references, not {pattern}", [nameof(StaffNumbers)]);

    /// <summary>Whole words only, in linear time whatever was typed; null for what is no such pattern.</summary>
    public static Regex? Pattern(string pattern)
    {
        try
        {
            return new Regex($@"\b(?:{pattern})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
