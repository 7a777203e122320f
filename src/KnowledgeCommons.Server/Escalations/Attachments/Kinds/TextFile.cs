using System.Text;
using System.Text.Unicode;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Text without control characters, kept as UTF-8. A log in another encoding is read as UTF-16 when it says so, else as Windows-1252. What looks like a
/// web page or a script stays words: it is only ever served as plain text under a name that ends so.
/// </summary>
internal static class TextFile
{
    private const int Western = 1252;

    public static Inspected Inspect(ReadOnlySpan<byte> file)
    {
        var text = Read(file);
        return text is null || text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\f' or '\x1b' or '\x85'))
            ? Inspected.UnknownKind
            : text.All(char.IsWhiteSpace) ? Inspected.Empty
            // An escape character would let a log speak to the terminal that shows it.
            : new Inspected.Clean(AttachmentKind.Text, Encoding.UTF8.GetBytes(text.Replace("\x1b", "", StringComparison.Ordinal)));
    }

    private static string? Read(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Strictly(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), file[2..])
        : file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Strictly(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), file[2..])
        : file.StartsWith(Encoding.UTF8.Preamble) ? Strictly(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), file[3..])
        : Utf8.IsValid(file) ? Encoding.UTF8.GetString(file)
        : CodePagesEncodingProvider.Instance.GetEncoding(Western)?.GetString(file);

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> file)
    {
        try
        {
            return encoding.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
