using System.IO.Compression;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>The encodings a finished page is kept in: Brotli, gzip or none.</summary>
internal static class PageEncoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";
    public const string None = "identity";

    /// <summary>The best of ours that the browser takes.</summary>
    public static string Accepted(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        return Takes(accepted, Brotli) ? Brotli : Takes(accepted, Gzip) ? Gzip : None;
    }

    public static byte[] Encode(ReadOnlySpan<byte> page, string encoding)
    {
        if (encoding == None) return page.ToArray();
        using var packed = new MemoryStream();
        using (Stream packing = encoding == Brotli ? new BrotliStream(packed, CompressionLevel.Optimal) : new GZipStream(packed, CompressionLevel.Optimal))
            packing.Write(page);
        return packed.ToArray();
    }

    private static bool Takes(Microsoft.Extensions.Primitives.StringValues accepted, string encoding)
    {
        foreach (var header in accepted)
            foreach (var range in header.AsSpan().Split(','))
                if (Names(header.AsSpan()[range], encoding)) return true;
        return false;
    }

    // "br", "br;q=0.5" take it; "br;q=0" refuses it.
    private static bool Names(ReadOnlySpan<char> part, string encoding)
    {
        var semicolon = part.IndexOf(';');
        var name = (semicolon < 0 ? part : part[..semicolon]).Trim();
        if (!name.Equals(encoding, StringComparison.OrdinalIgnoreCase)) return false;
        return semicolon < 0 || !part[(semicolon + 1)..].Trim().TrimEnd("0.").Equals("q=", StringComparison.OrdinalIgnoreCase);
    }
}
