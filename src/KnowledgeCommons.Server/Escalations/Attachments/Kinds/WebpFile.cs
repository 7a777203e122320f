using System.Buffers.Binary;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>WebP (RFC 9649): the picture, its transparency, frames and colours are kept; EXIF, XMP, unknown parts and all after the end are not.</summary>
internal static class WebpFile
{
    private const int Header = 12;
    private const int ChunkHeader = 8;
    private const byte HasExifOrXmp = 0x0C;

    public static bool Begins(ReadOnlySpan<byte> file) => file.Length >= Header && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static Inspected Inspect(ReadOnlySpan<byte> file)
    {
        var end = Math.Min(file.Length, ChunkHeader + (long)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]));
        using var clean = new MemoryStream(file.Length);
        clean.Write(file[..Header]);
        var pixels = 0L;
        for (var at = Header; at + ChunkHeader <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var padded = ChunkHeader + length + (length & 1);
            if (at + ChunkHeader + length > end) return Inspected.Damaged;
            var chunk = file.Slice(at, (int)Math.Min(padded, file.Length - at));
            if (SizeOf(chunk) is { } size)
            {
                pixels += size.Width * size.Height;
                if (PictureSize.IsHuge(size.Width, size.Height) || pixels > PictureSize.MostPixelsMoving) return Inspected.Huge;
            }
            if (Keeps(chunk)) Write(clean, chunk);
            at += (int)padded;
        }
        return pixels == 0 ? Inspected.Damaged : new Inspected.Clean(AttachmentKind.Webp, Finished(clean));
    }

    private static void Write(MemoryStream clean, ReadOnlySpan<byte> chunk)
    {
        var from = (int)clean.Length;
        clean.Write(chunk);
        if (chunk.StartsWith("VP8X"u8) && chunk.Length > ChunkHeader) clean.GetBuffer()[from + ChunkHeader] &= unchecked((byte)~HasExifOrXmp);
        if (clean.Length % 2 == 1) clean.WriteByte(0);
    }

    private static byte[] Finished(MemoryStream clean)
    {
        var bytes = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)(bytes.Length - ChunkHeader));
        return bytes;
    }

    // The whole canvas, a still picture of either kind, or one frame; null for a chunk that has no size.
    private static (long Width, long Height)? SizeOf(ReadOnlySpan<byte> chunk)
    {
        var data = chunk[ChunkHeader..];
        if (chunk.StartsWith("VP8X"u8) && data.Length >= 10) return (Side24(data[4..]), Side24(data[7..]));
        if (chunk.StartsWith("ANMF"u8) && data.Length >= 12) return (Side24(data[6..]), Side24(data[9..]));
        if (chunk.StartsWith("VP8 "u8) && data.Length >= 10)
            return (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF);
        if (!chunk.StartsWith("VP8L"u8) || data.Length < 5) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
    }

    private static long Side24(ReadOnlySpan<byte> at) => (at[0] | at[1] << 8 | at[2] << 16) + 1;

    private static bool Keeps(ReadOnlySpan<byte> chunk) =>
        chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8) || chunk.StartsWith("VP8X"u8) || chunk.StartsWith("ALPH"u8)
        || chunk.StartsWith("ANIM"u8) || chunk.StartsWith("ANMF"u8) || chunk.StartsWith("ICCP"u8);
}
