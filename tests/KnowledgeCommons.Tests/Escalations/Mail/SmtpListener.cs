using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>What the mail server does with one connection.</summary>
internal enum Reception { Accept, BusyAtRecipient, RefuseRecipient, DropAfterMail, HangAtGreeting, HangAfterMail }

/// <summary>A mail server on a free loopback port that behaves as told, connection by connection, then accepts.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Reception> _next;
    private readonly Task _serving;

    public SmtpListener(params Reception[] next)
    {
        _next = new ConcurrentQueue<Reception>(next);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>Everything between DATA and the dot, whether it was acknowledged or not.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    public ConcurrentQueue<string> Recipients { get; } = new();

    public int Connections { get; private set; }

    public string[] Settings =>
    [
        "--Mail:Host=127.0.0.1", $"--Mail:Port={Port}", "--Mail:From=Service desk <desk@example.com>", "--Mail:StartTls=false", "--Mail:Timeout=00:01:30"
    ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>The plain text of a mail as its reader sees it; only the encodings that our mails have.</summary>
    public static string Body(string mail) => Part(mail, "text/plain");

    /// <summary>The same as HTML.</summary>
    public static string Html(string mail) => Part(mail, "text/html");

    public static string Header(string mail, string name)
    {
        var head = mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ").Replace("\r\n\t", " ");
        return head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";
    }

    private static string Part(string mail, string type)
    {
        var boundary = Header(mail, "Content-Type").Split("boundary=")[1].Trim('"');
        var part = mail.Split("--" + boundary).Select(part => part.TrimStart('\r', '\n')).Single(part => Header(part + "\r\n\r\n", "Content-Type").StartsWith(type, StringComparison.Ordinal));
        var cut = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var body = part[(cut + 4)..];
        return part[..cut].Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))
            : Unquote(body);
    }

    private static string Unquote(string body)
    {
        var bytes = new List<byte>();
        body = body.Replace("=\r\n", "");
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] == '=' && at + 2 < body.Length) bytes.Add(Convert.ToByte(body.Substring(++at, 2), 16));
            else { bytes.AddRange(Encoding.UTF8.GetBytes(body[at].ToString())); continue; }
            at++;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            Connections++;
            open.Add(ConverseAsync(client, _next.TryDequeue(out var told) ? told : Reception.Accept));
        }
        await Task.WhenAll(open);
    }

    private async Task ConverseAsync(TcpClient client, Reception told)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (told is Reception.HangAtGreeting) await Task.Delay(Timeout.Infinite, _stop.Token);
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (await AnswerAsync(line.Trim(), told, reader) is not { } answer) return;
            await writer.WriteLineAsync(answer);
        }
    }

    private async Task<string?> AnswerAsync(string line, Reception told, StreamReader reader)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "RCPT" when told is Reception.BusyAtRecipient: return "451 greylisted, come back later";
            case "RCPT" when told is Reception.RefuseRecipient: return "550 no such mailbox";
            case "RCPT":
                Recipients.Enqueue(line);
                return "250 ok";
            case "DATA":
                return "354 go on";
            case "QUIT":
                return "221 bye";
            case "EHLO" or "HELO" or "MAIL" or "RSET":
                return "250 ok";
            default:
                Mails.Enqueue(await MailAsync(line, reader));
                if (told is Reception.HangAfterMail) await Task.Delay(Timeout.Infinite, _stop.Token);
                return told is Reception.DropAfterMail ? null : "250 taken";
        }
    }

    private async Task<string> MailAsync(string first, StreamReader reader)
    {
        var mail = new StringBuilder(first).Append("\r\n");
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".") mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return mail.ToString();
    }
}
