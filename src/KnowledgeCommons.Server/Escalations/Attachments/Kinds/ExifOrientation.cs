using System.Buffers.Binary;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>The one thing that is kept of a photo's EXIF data (TIFF tag 0x0112): which way is up, 2 to 8; 1 goes without saying.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort OneShort = 3;
    private const int HeaderLength = 8;
    private const int EntryLength = 12;

    /// <summary>From the content of a JPEG's APP1 segment; null when it says nothing about it, or nothing that can be.</summary>
    public static byte? Read(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8)) return null;
        var tiff = segment[6..];
        var isBig = tiff.StartsWith("MM\0*"u8);
        if (tiff.Length < HeaderLength || !(isBig || tiff.StartsWith("II*\0"u8))) return null;
        var directory = Long(tiff[4..], isBig);
        if (directory > tiff.Length - 2) return null;
        var entries = tiff[((int)directory + 2)..];
        for (var left = Short(tiff[(int)directory..], isBig); left > 0 && entries.Length >= EntryLength; left--, entries = entries[EntryLength..])
            if (Short(entries, isBig) == Tag && Short(entries[2..], isBig) == OneShort && Short(entries[8..], isBig) is >= 2 and <= 8 and var way) return (byte)way;
        return null;
    }

    /// <summary>A whole APP1 segment that says nothing else.</summary>
    public static byte[] Segment(byte way) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, HeaderLength, 0, 1, 0x01, 0x12, 0, (byte)OneShort, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool isBig) => isBig ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool isBig) => isBig ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
