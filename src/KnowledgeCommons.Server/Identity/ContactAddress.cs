using System.Net.Mail;

namespace KnowledgeCommons.Server.Identity;

/// <summary>How a reader can be reached, as far as one can tell by looking at it.</summary>
internal static class ContactAddress
{
    private const int Longest = 254;
    private const int FewestDigits = 3;

    /// <summary>One mailbox without a display name. A line break would become a header of its own in a mail and is refused.</summary>
    public static bool IsEmail(string typed) =>
        IsOneLine(typed) && !typed.Any(char.IsWhiteSpace) && MailAddress.TryCreate(typed, out var address) && address.Address == typed;

    public static bool IsPhone(string typed) => IsOneLine(typed) && typed.Count(char.IsAsciiDigit) >= FewestDigits;

    public static bool IsOneLine(string typed) => typed.Length <= Longest && !typed.Any(char.IsControl);
}
