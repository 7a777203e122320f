using System.Text;

namespace KnowledgeCommons.Content.Sources.Git;

internal static class GitStderr
{
    private const int Kept = 16 * 1024;

    /// <summary>The beginning of what git complains of; the rest is read too, so that git is never held up by it.</summary>
    public static async Task<string> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var text = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, cancel) is > 0 and var count)
                text.Write(buffer, 0, (int)Math.Min(count, Kept - text.Length));
        }
        catch (OperationCanceledException)
        {
            // Git was killed; what it said until then is kept.
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
