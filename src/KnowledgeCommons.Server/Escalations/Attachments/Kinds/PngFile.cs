using System.Buffers.Binary;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>PNG (W3C, third edition): chunks that make the picture are kept; words, times, EXIF, colour profiles and all after the end are not.</summary>
internal static class PngFile
{
    private const int ChunkFrame = 12;
    private const int HeaderLength = 13;

    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Inspected Inspect(ReadOnlySpan<byte> file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(Magic);
        var hasPixels = false;
        for (var at = Magic.Length; at + ChunkFrame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - ChunkFrame) break;
            var chunk = file.Slice(at, ChunkFrame + (int)length);
            var type = chunk.Slice(4, 4);
            if (at == Magic.Length)
            {
                if (!type.SequenceEqual("IHDR"u8) || length != HeaderLength) break;
                var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]));
                if (width == 0 || height == 0) break;
                if (PictureSize.IsHuge(width, height)) return Inspected.Huge;
            }
            if (Keeps(type)) clean.Write(chunk);
            hasPixels |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8)) return hasPixels ? new Inspected.Clean(AttachmentKind.Png, clean.ToArray()) : Inspected.Damaged;
            at += chunk.Length;
        }
        return Inspected.Damaged;
    }

    private static bool Keeps(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8)
        || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8)
        || type.SequenceEqual("pHYs"u8);
}
