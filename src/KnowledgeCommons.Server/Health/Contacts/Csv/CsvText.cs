using System.Text;
using System.Text.Unicode;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// What a file of tickets is written in. Looked at once, from beginning to end, before anything is imported: a file that is no text, or in another encoding than
/// it seems, is refused as a whole.
/// </summary>
internal sealed record CsvText(Encoding Encoding, char Delimiter)
{
    private const int Chunk = 1 << 20;
    private const string Delimiters = ",;\t|";

    /// <summary>Exactly one of the two is not null. <paramref name="named"/>: the encoding that somebody named, else null.</summary>
    public static (CsvText? Text, string? Refusal) Of(string file, Encoding? named)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var start = new byte[Chunk];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var first = start.AsSpan(0, length);
        if (NoText(first) is { } why) return (null, why);
        var encoding = named ?? ByMark(first) ?? ByZeros(first);
        if (encoding is null && FirstThatIsNoUtf8(stream) is { } place)
            return (null, $"The file is not UTF-8 (byte {place + 1:N0} is something else). Say what it is, for example --encoding windows-1252.");
        encoding ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return (new CsvText(encoding, DelimiterOf(encoding.GetString(first))), null);
    }

    private static string? NoText(ReadOnlySpan<byte> first) =>
        first.Length == 0 ? "The file is empty."
        : first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "The file is packed (gzip). Please unpack it first."
        : first.StartsWith("PK"u8) ? "The file is packed or a spreadsheet (zip, xlsx). Please save it as CSV first."
        : null;

    private static Encoding? ByMark(ReadOnlySpan<byte> first) =>
        first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    // Half of the bytes of Latin letters in UTF-16 are zero, and no other text has any.
    private static Encoding? ByZeros(ReadOnlySpan<byte> first)
    {
        var zero = first.IndexOf((byte)0);
        return zero < 0 ? null : zero % 2 == 1 ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static long? FirstThatIsNoUtf8(FileStream stream)
    {
        stream.Position = 0;
        var buffer = new byte[Chunk];
        var (kept, before) = (0, 0L);
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var bytes = buffer.AsSpan(0, kept + read);
            var good = Good(bytes);
            // A letter may be cut in two at the end of what was read, and is at most four bytes long.
            if (good < bytes.Length && (read == 0 || bytes.Length - good > 3)) return before + good;
            if (read == 0) return null;
            bytes[good..].CopyTo(buffer);
            (kept, before) = (bytes.Length - good, before + good);
        }
    }

    private static int Good(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return bytes.Length;
        var good = 0;
        while (good < bytes.Length && Rune.DecodeFromUtf8(bytes[good..], out _, out var length) == System.Buffers.OperationStatus.Done) good += length;
        return good;
    }

    // What stands most often in the first line, outside of quotes.
    private static char DelimiterOf(string start)
    {
        var (counts, isQuoted) = (new int[Delimiters.Length], false);
        foreach (var letter in start)
        {
            if (letter == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (letter == '\n') break;
            if (Delimiters.IndexOf(letter) is >= 0 and var place) counts[place]++;
        }
        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }
}
