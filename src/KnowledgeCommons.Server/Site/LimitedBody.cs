namespace KnowledgeCommons.Server.Site;

/// <summary>Reads what was sent, byte for byte, for those who have to check a signature over it.</summary>
internal static class LimitedBody
{
    private const int Chunk = 16 * 1024;

    /// <summary>Null when it is longer than <paramref name="largest"/> bytes.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int largest, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        var buffer = new byte[Chunk];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (body.Length + read > largest) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
