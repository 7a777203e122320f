using System.Net.Mail;

namespace KnowledgeCommons.Server.Identity;

/// <summary>How a reader can be reached, as far as one can tell by looking at it.</summary>
internal static class ContactAddress
{
    private const int Longest = 254;
    private const int FewestDigits = 3;
    private const string InNumbers = "0123456789+-/.()*#";

    /// <summary>One mailbox without a display name. A line break would become a header of its own in a mail and is refused.</summary>
    public static bool IsEmail(string typed) =>
        IsOneLine(typed) && !typed.Any(char.IsWhiteSpace) && MailAddress.TryCreate(typed, out var address) && address.Address == typed;

    public static bool IsPhone(string typed) => IsOneLine(typed) && typed.Count(char.IsAsciiDigit) >= FewestDigits;

    /// <summary>The same for all ways to write one address: numbers are written in many ways, mail addresses in capitals or not.</summary>
    public static string Normal(string written) =>
        Number(written) is { Length: > 0 } number && written.All(letter => char.IsWhiteSpace(letter) || InNumbers.Contains(letter)) ? number : written.ToUpperInvariant();

    /// <summary>What is dialled: digits and the signs that phones have.</summary>
    public static string Number(string written) => string.Concat(written.Where(letter => char.IsAsciiDigit(letter) || letter is '+' or '*' or '#'));

    /// <summary>What may stand on a timeline of a number: its last two digits.</summary>
    public static string Ending(string phone) => Number(phone) is { Length: > 4 } number ? $"… {number[^2..]}" : "…";

    public static bool IsOneLine(string typed) => typed.Length <= Longest && !typed.Any(char.IsControl);
}
