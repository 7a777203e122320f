using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeCommons.Server.Identity;

/// <summary>
/// The secret in a receipt's address: a letter for what the receipt is about and 128 random bits. Only <see cref="Hash"/> is stored.
/// The letter lets each slice serve its own receipts under one route.
/// </summary>
internal readonly record struct ReceiptToken(string Value)
{
    public const string FeedbackRoute = "/receipts/{token:regex(^f[A-Za-z0-9_-]{{22}}$)}";
    public const string CaseRoute = "/receipts/{token:regex(^c[A-Za-z0-9_-]{{22}}$)}";
    public const string SameAgainRoute = "/receipts/{token:regex(^s[A-Za-z0-9_-]{{22}}$)}";
    public const string NewsRoute = "/receipts/{token:regex(^n[A-Za-z0-9_-]{{22}}$)}";
    private const int Bytes = 16;
    private const int Letters = 23;

    public string Url => "/receipts/" + Value;

    /// <summary>What is stored in place of the token.</summary>
    public string Hash => HashOf(Value);

    public static ReceiptToken ForFeedback() => new('f' + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Whether it looks like the token of a case; nothing is said about whether there is one.</summary>
    public static bool IsOfCase(string value) => value.Length == Letters && value[0] == 'c' && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public override string ToString() => "(receipt)";
}
