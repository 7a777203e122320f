using System.Text;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>
/// How Content-Length is read: digits and nothing else (RFC 9110, 8.6). Kestrel by itself takes "+4" for 4, and a program in front of it that takes it for something else would
/// see other requests than we do. Whatever is no digit becomes a sign that is no number, so Kestrel refuses the request and ends the connection.
/// </summary>
internal sealed class DigitsOnly : ASCIIEncoding
{
    private static readonly DigitsOnly Reading = new();

    /// <summary>Null for the headers that are read as always.</summary>
    public static Encoding? For(string header) => header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) ? Reading : null;

    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        if (bytes.Length <= chars.Length && !bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return base.GetChars(bytes, chars);
        chars[0] = '-';
        return 1;
    }
}
