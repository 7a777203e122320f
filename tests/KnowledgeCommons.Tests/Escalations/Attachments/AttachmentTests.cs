using System.Net;
using System.Text;
using KnowledgeCommons.Server.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class AttachmentTests
{
    private static readonly (string, byte[])[] OnePicture = [("screen.png", Sent.Png())];

    [Fact]
    public async Task A_file_goes_along_and_is_only_ever_downloaded()
    {
        await using var site = await HelpSite.StartAsync();
        var sent = await site.Client.SendAsync("/help", [("Büro <b>.png", Sent.Png())], ("problem", "VPN"));
        var receipt = sent.Headers.Location?.ToString() ?? "";
        var page = await site.Client.PageAsync(receipt);
        var link = page.QuerySelector("ol.timeline a[download]");
        Assert.Equal("Büro b.png", link?.TextContent);
        foreach (var address in (string[])[link?.GetAttribute("href") ?? "", "/desk/cases/1/files/" + link?.GetAttribute("href")?.Split('/')[^1]])
        {
            var answer = await site.Client.GetAsync(address);
            Assert.Equal(Sent.Png(), await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(("image/png", "attachment"), (answer.Content.Headers.ContentType?.ToString(), answer.Content.Headers.ContentDisposition?.DispositionType));
            Assert.Equal("Büro b.png", answer.Content.Headers.ContentDisposition?.FileNameStar);
            Assert.Equal(["default-src 'none'; sandbox"], answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        }
    }

    [Fact]
    public async Task Only_the_receipt_that_it_belongs_to_gives_it_out()
    {
        await using var site = await HelpSite.StartAsync();
        var mine = (await site.Client.SendAsync("/help", OnePicture, ("problem", "VPN"))).Headers.Location;
        using var other = site.NewReader();
        var theirs = await other.AskAsync(("problem", "Mail"));
        var id = (await site.Client.PageAsync($"{mine}")).QuerySelector("a[download]")?.GetAttribute("href")?.Split('/')[^1];
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"{mine}/files/{id}")).StatusCode);
        foreach (var address in (string[])[$"{theirs}/files/{id}", $"{mine}/files/x", $"{mine}/files/..%2f..%2freceipts.key", $"/attachments/{id}", $"/incoming/{id}"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_in_words_and_everything_typed_stays()
    {
        await using var site = await HelpSite.StartAsync();
        var answer = await site.Client.SendAsync("/help", [("good.png", Sent.Png()), ("tool.exe", [.. "MZ"u8, 0, 0]), ("film.bin", new byte[11 * 1024 * 1024])],
            ("problem", "A long story"), ("impact", "stopped"), ("name", "Robin"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal(
        [
            "“tool.exe” is of a kind that we do not take. Pictures (PNG, JPEG, GIF, WebP), PDF and plain text are fine; a screenshot always works.",
            "“film.bin” is larger than 10 MB, the most we can keep. A screenshot or a part of it helps just as well.",
            "Please choose your files again; browsers forget them."
        ], page.QuerySelectorAll("[role=alert] li").Select(line => line.TextContent));
        Assert.Equal(("A long story", "Robin"), (page.QuerySelector("#problem")?.TextContent, page.QuerySelector("#name")?.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#impact-stopped[checked]"));
        Assert.Empty(await site.Services.GetRequiredService<CaseQueue>().AllAsync(CancellationToken.None));
        await Tests.Eventually.HoldsAsync(() => Task.FromResult(!Directory.EnumerateFiles(Path.Combine(site.Data, "incoming")).Any()));
    }

    [Fact]
    public async Task Five_fit_and_a_sixth_is_named_not_lost_in_silence()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        var six = Enumerable.Range(1, 6).Select(n => ($"{n}.txt", Encoding.UTF8.GetBytes($"log {n}"))).ToArray();
        var answer = await site.Client.SendAsync(receipt + "/say", six, ("text", "Here"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("At most 5 files fit into one message.", (await answer.PageAsync()).Text("[role=alert]"));
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.SendAsync(receipt + "/say", six[..5], ("text", "Here"))).StatusCode);
        Assert.Equal(["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"],
            (await site.Client.PageAsync(receipt)).QuerySelectorAll("ol.timeline .said a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task A_file_without_words_is_enough_and_counts_once_when_sent_twice()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        for (var time = 0; time < 2; time++) await site.Client.SendAsync(receipt + "/say", OnePicture);
        await site.Client.SendAsync(receipt + "/say", [("other.txt", "809"u8.ToArray())]);
        Assert.Equal(["screen.png", "other.txt"], (await site.Client.PageAsync(receipt)).QuerySelectorAll("ol.timeline .said a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("/receipts/{0}/call-me")]
    [InlineData("/desk/cases/1/answer")]
    [InlineData("/articles/network/vpn/outcome")]
    public async Task Forms_elsewhere_stay_small(string address)
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"));
        var answer = await site.Client.SendAsync(string.Format(address, receipt.Split('/')[^1]), [("big.txt", new byte[70_000])], ("text", "Here"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Words_keep_their_limit_beside_files_and_a_torn_form_is_a_bad_request()
    {
        await using var site = await HelpSite.StartAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await site.Client.SendAsync("/help", OnePicture, ("problem", new string('x', 70_000)))).StatusCode);
        foreach (var (type, body) in new[] { ("multipart/form-data", "x"), ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=problem\r\n\r\ntorn") })
        {
            using var content = new StringContent(body);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.PostAsync("/help", content)).StatusCode);
        }
    }

    [Fact]
    public async Task Bytes_that_no_case_speaks_of_are_swept_away_and_others_stay()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.SendAsync("/help", OnePicture, ("problem", "VPN"));
        var folder = site.Services.GetRequiredService<AttachmentFolder>();
        var kept = Assert.Single(folder.All()).Hash;
        var orphan = folder.Keep("nobody's"u8.ToArray());
        var sweep = site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<AttachmentSweep>().Single();
        await sweep.SweepAsync(site.Time.GetUtcNow().AddDays(-1), CancellationToken.None);
        Assert.Contains(orphan, folder.All().Select(file => file.Hash));
        await sweep.SweepAsync(site.Time.GetUtcNow().AddDays(1), CancellationToken.None);
        Assert.Equal([kept], folder.All().Select(file => file.Hash));
    }
}
