using System.Text;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// PDF is kept as it is or not at all: it has to begin and end as one, must not be a web page to a browser that guesses, nor an archive to a
/// program that reads from the end, and must do nothing but show itself.
/// </summary>
internal static class PdfFile
{
    private const int Beginning = 4 * 1024;
    private const int Ending = 1024;
    private const int LongestArchiveEnd = 22 + 65_535;
    private static readonly string[] WebPage = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe"];

    public static ReadOnlySpan<byte> Magic => "%PDF-"u8;

    public static Inspected Inspect(ReadOnlySpan<byte> file)
    {
        var mark = file.LastIndexOf("%%EOF"u8);
        if (mark < 0 || mark < file.Length - LongestArchiveEnd) return Inspected.Damaged;
        if (IsWebPage(file) || IsArchive(file) || HasMoreAfter(file[(mark + 5)..])) return Inspected.TwoThings;
        return PdfActions.In(file) ?? (Inspected)new Inspected.Clean(AttachmentKind.Pdf, file.ToArray());
    }

    private static bool IsWebPage(ReadOnlySpan<byte> file)
    {
        var begin = Encoding.Latin1.GetString(file[..Math.Min(Beginning, file.Length)]);
        return WebPage.Any(element => begin.Contains(element, StringComparison.OrdinalIgnoreCase));
    }

    // An archive is found by its last record, which may be followed by a comment of 65,535 bytes.
    private static bool IsArchive(ReadOnlySpan<byte> file) => file[Math.Max(0, file.Length - LongestArchiveEnd)..].IndexOf("PK\x05\x06"u8) >= 0;

    // Some programs fill up with white space or zeroes.
    private static bool HasMoreAfter(ReadOnlySpan<byte> rest) => rest.Length > Ending || rest.IndexOfAnyExcept("\0\t\n\f\r "u8) >= 0;
}
