using System.Net.Sockets;
using System.Text;
using KnowledgeCommons.Tests.Reading;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>Requests that two programs in a row would read differently, too big ones and endless ones.</summary>
public sealed class SmugglingTests : IAsyncLifetime
{
    private readonly TestSite _site = new TestSite().Write("a.md", "# A");

    private Uri Site => _site.Client.BaseAddress ?? throw new InvalidOperationException("Not started.");

    public Task InitializeAsync() => _site.PublishedAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("two lengths", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: 4\r\nContent-Length: 40\r\n\r\na=bc")]
    [InlineData("length and chunks", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\nHost: {0}\r\n\r\n")]
    [InlineData("chunks written oddly", "POST /help HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\nHost: {0}\r\n\r\n")]
    [InlineData("a space before the colon", "POST /help HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\n\r\n")]
    [InlineData("a folded header", "GET / HTTP/1.1\r\nHost: {0}\r\nX-A: a\r\n b: c\r\n\r\n")]
    [InlineData("a bare line feed", "GET / HTTP/1.1\nHost: {0}\nX-A: a\r\rb\n\n")]
    [InlineData("no host", "GET / HTTP/1.1\r\n\r\n")]
    [InlineData("two hosts", "GET / HTTP/1.1\r\nHost: {0}\r\nHost: evil.example\r\n\r\n")]
    [InlineData("a null in a header", "GET / HTTP/1.1\r\nHost: {0}\r\nX-A: a\0b\r\n\r\n")]
    [InlineData("a negative length", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("a length with a sign, which Kestrel alone would take for 4", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: +4\r\n\r\na=bcGET /desk HTTP/1.1\r\nHost: {0}\r\n\r\n")]
    [InlineData("a length in other digits", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: 0x4\r\n\r\na=bc")]
    [InlineData("a list of lengths", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: 4, 4\r\n\r\na=bc")]
    [InlineData("a length with a gap", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: 4 0\r\n\r\na=bc")]
    [InlineData("a length that no number holds", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length: 400000000000000000000000\r\n\r\na=bc")]
    [InlineData("no length after all", "POST /help HTTP/1.1\r\nHost: {0}\r\nContent-Length:\r\n\r\na=bcGET /desk HTTP/1.1\r\nHost: {0}\r\n\r\n")]
    [InlineData("a chunk of no size", "POST /help HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n-1\r\na\r\n")]
    public async Task A_request_that_can_be_read_in_two_ways_is_refused_and_ends_the_line(string kind, string request)
    {
        var answer = await RawRequest.SendAsync(Site, string.Format(System.Globalization.CultureInfo.InvariantCulture, request, Site.Authority));
        var statuses = RawRequest.Statuses(answer);
        Assert.True(statuses is [400] or [], $"{kind}: {string.Join(' ', statuses)}");
        Assert.False(answer.EndsWith(RawRequest.StillOpen, StringComparison.Ordinal), $"{kind}: the line is still open.");
        Assert.DoesNotContain("Server:", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_length_in_digits_ends_where_it_says_and_the_next_request_begins_there()
    {
        var answer = await RawRequest.SendAsync(Site,
            $"POST /help HTTP/1.1\r\nHost: {Site.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0009\r\n\r\nproblem=aGET /healthz HTTP/1.1\r\nHost: {Site.Authority}\r\nConnection: close\r\n\r\n");
        Assert.Equal([303, 200], RawRequest.Statuses(answer));
    }

    [Theory]
    [InlineData("one cookie of 40 KB", 1, 40_000, 431)]
    [InlineData("cookies of 40 KB together", 40, 1_000, 431)]
    [InlineData("a hundred headers", 100, 10, 431)]
    [InlineData("cookies of 20 KB", 20, 1_000, 200)]
    public async Task Headers_that_are_too_big_or_too_many_are_refused_clearly(string kind, int headers, int length, int status)
    {
        var answer = await RawRequest.GetAsync(Site, "/articles/a", [.. Enumerable.Range(0, headers).Select(each => $"Cookie: c{each}={new string('x', length)}")]);
        Assert.True(RawRequest.Statuses(answer) is [var got] && got == status, $"{kind}: {answer[..Math.Min(60, answer.Length)]}");
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused_clearly() =>
        Assert.Equal([414], RawRequest.Statuses(await RawRequest.GetAsync(Site, "/search?q=" + new string('x', 70_000))));

    [Fact]
    public async Task A_body_that_says_that_it_is_endless_is_cut_off_at_the_limit()
    {
        var chunk = $"4000\r\n{new string('x', 0x4000)}\r\n";
        var answer = await RawRequest.SendAsync(Site,
            $"POST /help HTTP/1.1\r\nHost: {Site.Authority}\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n{string.Concat(Enumerable.Repeat(chunk, 6))}");
        Assert.Equal([413], RawRequest.Statuses(answer));
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var packing = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true)) packing.Write(new byte[20_000_000]);
        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await _site.Client.PostAsync("/help", content);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsStringAsync()).Length < 100_000);
    }

    [Fact]
    public async Task Who_sends_headers_letter_by_letter_is_shown_out_and_others_are_served_meanwhile()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Site.Host, Site.Port);
        await using var line = client.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {Site.Authority}\r\nX-Slow: "));
        var slow = RawRequest.ReadAsync(line);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        Assert.True(RawRequest.Statuses(await slow) is [408] or []);
    }
}
