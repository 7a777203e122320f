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
}
