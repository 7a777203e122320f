namespace KnowledgeCommons.Server.Escalations;

/// <summary>What the bytes of a file turned out to be. Nobody's word counts for it, neither its name's nor the sender's.</summary>
internal abstract record Inspected
{
    private Inspected()
    {
    }

    /// <summary>Bytes that may be kept: only what belongs to the picture or text, without places, names of devices, comments and stowaways.</summary>
    public sealed record Clean(AttachmentKind Kind, ReadOnlyMemory<byte> Bytes) : Inspected;

    /// <summary><paramref name="Why"/> is the end of the key of a sentence: help.error.file.…</summary>
    public sealed record Refused(string Why) : Inspected;

    public static Refused Damaged { get; } = new("damaged");
    public static Refused Huge { get; } = new("huge");
    public static Refused TwoThings { get; } = new("two");
    public static Refused Active { get; } = new("active");
    public static Refused Locked { get; } = new("locked");
    public static Refused Empty { get; } = new("empty");
    public static Refused UnknownKind { get; } = new("kind");

    public static Inspected Of(ReadOnlySpan<byte> file) =>
        file.IsEmpty ? Empty
        : file.StartsWith(PngFile.Magic) ? PngFile.Inspect(file)
        : file.StartsWith(JpegFile.Magic) ? JpegFile.Inspect(file)
        : GifFile.Begins(file) ? GifFile.Inspect(file)
        : WebpFile.Begins(file) ? WebpFile.Inspect(file)
        : file.StartsWith(PdfFile.Magic) ? PdfFile.Inspect(file)
        : TextFile.Inspect(file);
}
