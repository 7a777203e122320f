using System.Buffers.Binary;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>GIF (89a): frames, their timing and whether they repeat are kept; comments, other applications' data and all after the end are not.</summary>
internal static class GifFile
{
    private const byte Frame = 0x2C;
    private const byte Extension = 0x21;
    private const byte End = 0x3B;
    private const byte Timing = 0xF9;
    private const byte Application = 0xFF;
    private const int ScreenEnd = 13;
    private const int FrameHeader = 10;

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    public static Inspected Inspect(ReadOnlySpan<byte> file)
    {
        if (file.Length < ScreenEnd) return Inspected.Damaged;
        if (IsHuge(file[6..])) return Inspected.Huge;
        var at = ScreenEnd + TableLength(file[10]);
        if (at > file.Length) return Inspected.Damaged;
        using var clean = new MemoryStream(file.Length);
        clean.Write(file[..at]);
        var pixels = 0L;
        while (at < file.Length && file[at] != End)
        {
            var length = BlockLength(file[at..]);
            if (length == 0) return Inspected.Damaged;
            var block = file.Slice(at, length);
            if (block[0] == Frame) pixels += (long)Side(block[5..]) * Side(block[7..]);
            if (pixels > PictureSize.MostPixelsMoving || (block[0] == Frame && IsHuge(block[5..]))) return Inspected.Huge;
            if (Keeps(block)) clean.Write(block);
            at += length;
        }
        if (at >= file.Length || pixels == 0) return Inspected.Damaged;
        clean.WriteByte(End);
        return new Inspected.Clean(AttachmentKind.Gif, clean.ToArray());
    }

    /// <summary>With all its parts; 0 when it does not end or is none.</summary>
    private static int BlockLength(ReadOnlySpan<byte> file)
    {
        var at = file[0] switch
        {
            Frame when file.Length > FrameHeader => FrameHeader + TableLength(file[9]) + 1,
            Extension => 2,
            _ => file.Length
        };
        while (at < file.Length && file[at] != 0) at += 1 + file[at];
        return at < file.Length ? at + 1 : 0;
    }

    private static bool Keeps(ReadOnlySpan<byte> block) =>
        block[0] == Frame || block[1] == Timing
        || (block[1] == Application && (block[3..].StartsWith("NETSCAPE2.0"u8) || block[3..].StartsWith("ANIMEXTS1.0"u8)));

    private static int TableLength(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    private static bool IsHuge(ReadOnlySpan<byte> sides) => PictureSize.IsHuge(Side(sides), Side(sides[2..]));

    private static ushort Side(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadUInt16LittleEndian(at);
}
