using System.Net.Sockets;
using System.Text;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>Bytes on a socket, as no well-behaved client would send them.</summary>
internal static class RawRequest
{
    /// <summary>Stands at the end of an answer after which the server did not close the line.</summary>
    public const string StillOpen = "(still open)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends the bytes and reads until the server closes the line.</summary>
    public static async Task<string> SendAsync(Uri site, string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port);
        await using var line = client.GetStream();
        await line.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        return await ReadAsync(line);
    }

    public static Task<string> GetAsync(Uri site, string target, params string[] headers) =>
        SendAsync(site, $"GET {target} HTTP/1.1\r\nHost: {site.Authority}\r\nConnection: close\r\nAccept: text/html\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    public static async Task<string> ReadAsync(NetworkStream line)
    {
        using var over = new CancellationTokenSource(Patience);
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await line.ReadAsync(buffer, over.Token)) > 0;) answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (OperationCanceledException)
        {
            answer.Append(StillOpen);
        }
        catch (IOException)
        {
            // Torn by the server: what came until then counts.
        }
        return answer.ToString();
    }

    /// <summary>How often the server answered on one line, and with what.</summary>
    public static IReadOnlyList<int> Statuses(string answer) =>
        [.. answer.Split("HTTP/1.1 ").Skip(1).Select(part => int.TryParse(part.AsSpan(0, Math.Min(3, part.Length)), out var status) ? status : 0)];
}
