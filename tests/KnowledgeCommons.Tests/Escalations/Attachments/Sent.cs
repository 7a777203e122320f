using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>Small files of every kind, and forms that carry them.</summary>
internal static class Sent
{
    public static byte[] Png(params byte[][] extraChunks) => Png(1, 1, extraChunks);

    public static byte[] Png(int width, int height, params byte[][] extraChunks) =>
    [
        0x89, .. "PNG\r\n\x1a\n"u8,
        .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]),
        .. extraChunks.SelectMany(chunk => chunk),
        .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]),
        .. Chunk("IEND", [])
    ];

    /// <summary>The checksum is left out: nothing here reads it.</summary>
    public static byte[] Chunk(string type, byte[] data) => [.. Big(data.Length), .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];

    public static byte[] Jpeg(params byte[][] extraSegments) => Jpeg(16, 8, extraSegments);

    public static byte[] Jpeg(int width, int height, params byte[][] extraSegments) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]),
        .. extraSegments.SelectMany(segment => segment),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, .. Short(height), .. Short(width), 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9
    ];

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, .. Short(data.Length + 2), .. data];

    /// <summary>EXIF with an orientation and a place, as a phone writes it.</summary>
    public static byte[] Exif(byte orientation) => Segment(0xE1,
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0, .. "51 deg 30 min N, Hotel Ritz"u8
    ]);

    public static byte[] Gif(byte[]? extra = null, int width = 1) =>
    [
        .. "GIF89a"u8, (byte)width, (byte)(width >> 8), 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        .. extra ?? [],
        0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), 1, 0, 0, 2, 2, 0x44, 0x01, 0,
        0x3B
    ];

    public static byte[] Webp(byte[]? extra = null)
    {
        byte[] chunks = [.. "VP8X"u8, 10, 0, 0, 0, 0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "VP8L"u8, 5, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0, .. extra ?? []];
        return [.. "RIFF"u8, .. Little(chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    public static byte[] WebpChunk(string type, byte[] data) => [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length), .. data];

    public static byte[] Pdf(string after = "") => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n{after}");

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string url, (string Name, byte[] Bytes)[] files, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            // A type that the sender claims is worth nothing.
            part.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            form.Add(part, "file", name);
        }
        return client.PostAsync(url, form);
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Short(int number) => [(byte)(number >> 8), (byte)number];
}
