using System.IO.Compression;
using System.Net;
using System.Text;

namespace KnowledgeCommons.Tests.Hosting;

public sealed class PageCacheTests
{
    private static async Task<HttpResponseMessage> GetAsync(HttpClient reader, string path, string? encoding = null, string? validator = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        if (validator is not null) request.Headers.TryAddWithoutValidation("If-None-Match", validator);
        return await reader.SendAsync(request);
    }

    private static string Read(Stream packed)
    {
        using var reader = new StreamReader(packed, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task A_page_is_encoded_once_and_says_the_same_in_every_encoding()
    {
        await using var site = await new TestSite().Write("a.md", "# Printer says no\n\nTurn it on.").StartAsync();
        for (var visit = 0; visit < 2; visit++)
        {
            var plain = await (await GetAsync(site.Client, "/articles/a")).Content.ReadAsStringAsync();
            using var brotli = await GetAsync(site.Client, "/articles/a", "gzip, br");
            using var gzip = await GetAsync(site.Client, "/articles/a", "gzip, br;q=0");
            Assert.Equal("br", Assert.Single(brotli.Content.Headers.ContentEncoding));
            Assert.Equal("gzip", Assert.Single(gzip.Content.Headers.ContentEncoding));
            Assert.Contains("Turn it on.", plain, StringComparison.Ordinal);
            Assert.Equal(plain, Read(new BrotliStream(await brotli.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
            Assert.Equal(plain, Read(new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
        }
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var first = await GetAsync(site.Client, "/articles/a");
        using var again = await GetAsync(site.Client, "/articles/a", validator: first.Headers.ETag?.ToString());
        Assert.False(first.Headers.ETag?.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_kept_page_never_holds_another_readers_cookie()
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        var handed = new HashSet<string>();
        for (var reader = 0; reader < 3; reader++)
        {
            using var client = site.NewReader();
            using var page = await GetAsync(client, "/articles/a");
            Assert.True(handed.Add(Assert.Single(page.Headers.GetValues("Set-Cookie"))));
            using var again = await GetAsync(client, "/articles/a");
            Assert.False(again.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task A_saved_article_is_fresh_at_once()
    {
        await using var site = await new TestSite().Write("a.md", "# A\n\nOld words.").StartAsync();
        Assert.Contains("Old words.", await site.Client.GetStringAsync("/articles/a"), StringComparison.Ordinal);
        site.Write("a.md", "# A\n\nNew words.");
        await Eventually.HoldsAsync(async () => (await site.Client.GetStringAsync("/articles/a")).Contains("New words.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"other\", {0}")]
    [InlineData("W/{0}")]
    public async Task Every_way_to_name_the_page_that_one_has_is_understood(string validator)
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var first = await GetAsync(site.Client, "/articles/a", "br");
        using var again = await GetAsync(site.Client, "/articles/a", "br", validator.Replace("{0}", first.Headers.ETag?.ToString(), StringComparison.Ordinal));
        using var plain = await GetAsync(site.Client, "/articles/a", validator: first.Headers.ETag?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
    }

    [Fact]
    public async Task A_kept_page_goes_out_as_it_was_made_also_to_those_who_ask_for_its_head()
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var made = await GetAsync(site.Client, "/articles/a", "br");
        using var kept = await GetAsync(site.Client, "/articles/a", "br");
        using var ask = new HttpRequestMessage(HttpMethod.Head, "/articles/a");
        ask.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var head = await site.Client.SendAsync(ask);
        foreach (var other in (HttpResponseMessage[])[kept, head])
        {
            Assert.Equal(made.Headers.ETag, other.Headers.ETag);
            Assert.Equal(made.Headers.GetValues("Content-Security-Policy"), other.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(made.Content.Headers.ContentType, other.Content.Headers.ContentType);
            Assert.Equal(made.Content.Headers.ContentLength, other.Content.Headers.ContentLength);
        }
        Assert.Equal(await made.Content.ReadAsByteArrayAsync(), await kept.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_not_kept()
    {
        await using var site = await new TestSite().Write("a.md", "# A").StartAsync();
        using var before = await GetAsync(site.Client, "/articles/b");
        site.Write("b.md", "# B");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await Eventually.HoldsAsync(async () => (await GetAsync(site.Client, "/articles/b")).StatusCode == HttpStatusCode.OK);
    }
}
