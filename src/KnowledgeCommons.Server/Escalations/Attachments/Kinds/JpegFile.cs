using System.Buffers.Binary;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// JPEG (ITU T.81): what is needed to decode it, and which way is up, are kept. All other application data (place, device, preview), comments
/// and everything after the end are not.
/// </summary>
internal sealed class JpegFile
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Exif = 0xE1;
    private const int MostScans = 500;
    private const int PlainJfif = 16;
    private readonly MemoryStream _clean = new();
    private bool _hasFrame;
    private bool _hasOrientation;
    private bool _isHuge;
    private int _scans;

    public static ReadOnlySpan<byte> Magic => [0xFF, 0xD8, 0xFF];

    public static Inspected Inspect(ReadOnlySpan<byte> file)
    {
        var jpeg = new JpegFile();
        var isWhole = jpeg.Read(file);
        return jpeg._isHuge ? Inspected.Huge : isWhole ? new Inspected.Clean(AttachmentKind.Jpeg, jpeg._clean.ToArray()) : Inspected.Damaged;
    }

    private bool Read(ReadOnlySpan<byte> file)
    {
        _clean.Write(file[..2]);
        for (var at = 2; at + 1 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker == EndOfImage) return Finish();
            if (at + 4 > file.Length) return false;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return false;
            if (!Take(marker, file.Slice(at, 2 + length))) return false;
            at += 2 + length;
            if (marker == StartOfScan) at = TakeScan(file, at);
        }
        return false;
    }

    private bool Finish()
    {
        _clean.Write([0xFF, EndOfImage]);
        return _hasFrame && _scans is > 0 and <= MostScans;
    }

    /// <summary>One segment with its marker; false when the picture cannot be one.</summary>
    private bool Take(byte marker, ReadOnlySpan<byte> segment)
    {
        if (IsFrame(marker))
        {
            if (segment.Length < 9) return false;
            var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            _isHuge |= PictureSize.IsHuge(width, height);
            if (_hasFrame || width == 0 || height == 0 || _isHuge) return false;
            _hasFrame = true;
        }
        if (marker == StartOfScan && !_hasFrame) return false;
        if (marker == Exif) TakeOrientation(segment[4..]);
        else if (IsApplication(marker, 0) && segment[4..].StartsWith("JFIF\0"u8) && segment.Length >= 2 + PlainJfif) TakeJfif(segment);
        else if (Keeps(marker, segment[4..])) _clean.Write(segment);
        return true;
    }

    // Without the small preview that may follow: it could show what was cut away.
    private void TakeJfif(ReadOnlySpan<byte> segment)
    {
        _clean.Write([0xFF, 0xE0, 0, PlainJfif]);
        _clean.Write(segment[4..(PlainJfif)]);
        _clean.Write([0, 0]);
    }

    private void TakeOrientation(ReadOnlySpan<byte> segment)
    {
        if (_hasOrientation || ExifOrientation.Read(segment) is not { } way) return;
        _hasOrientation = true;
        _clean.Write(ExifOrientation.Segment(way));
    }

    // Up to the next marker: within the pixels FF is followed by 00, or by one of the eight restart marks.
    private int TakeScan(ReadOnlySpan<byte> file, int from)
    {
        _scans++;
        var at = from;
        while (at + 1 < file.Length && !(file[at] == 0xFF && file[at + 1] is not (0x00 or 0xFF or >= 0xD0 and <= 0xD7))) at++;
        _clean.Write(file[from..at]);
        return at;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsApplication(byte marker, int number) => marker == 0xE0 + number;

    private static bool Keeps(byte marker, ReadOnlySpan<byte> content) =>
        IsFrame(marker) || marker is 0xC4 or 0xCC or StartOfScan or 0xDB or 0xDD
        || (IsApplication(marker, 2) && content.StartsWith("ICC_PROFILE\0"u8))
        || (IsApplication(marker, 14) && content.StartsWith("Adobe"u8));
}
