using System.Net;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.KnownIssues;

public sealed class AffectedTests
{
    private const string Tap = KnownSite.Url + "/affected";

    [Fact]
    public async Task A_reader_counts_once_and_the_number_is_told_from_three_on()
    {
        await using var site = await KnownSite.WithFileAsync();
        for (var time = 0; time < 5; time++) await site.Client.PostAsync(Tap, content: null);
        using var second = site.NewReader();
        await second.PostAsync(Tap, content: null);
        Assert.Equal(2, site.Board().Find("vpn-calls")?.People);
        Assert.DoesNotContain("people say", (await site.Client.PageAsync(KnownSite.Url)).Text("main"));
        using var third = site.NewReader();
        await third.PostAsync(Tap, content: null);
        Assert.Contains("3 people say that it affects them too", (await site.Client.PageAsync(KnownSite.Url)).Text("main"));
        Assert.Contains("3 people say that it affects them too", (await site.Client.PageAsync("/known-issues")).Text("main"));
    }

    [Fact]
    public async Task Whoever_tapped_sees_it_and_can_take_it_back_and_nobody_else_does()
    {
        await using var site = await KnownSite.WithFileAsync();
        Assert.Equal("Does this affect you too?", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected h2"));
        await site.Client.PostAsync(Tap, content: null);
        using var mine = await site.Client.GetAsync(KnownSite.Url);
        Assert.True(mine.Headers.CacheControl?.NoStore);
        Assert.Equal("You said that it affects you too", (await mine.PageAsync()).Text("#affected h2"));
        using var another = site.NewReader();
        Assert.Equal("Does this affect you too?", (await another.PageAsync(KnownSite.Url)).Text("#affected h2"));
        Assert.DoesNotContain("affects you", (await site.Client.PageAsync("/articles/network/vpn")).Text("main"));
        await site.Client.PostAsync(Tap, ("do", "take-back"));
        Assert.Equal("Does this affect you too?", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected h2"));
        Assert.Equal(0, site.Board().Find("vpn-calls")?.People);
    }

    [Fact]
    public async Task An_address_is_asked_for_only_where_somebody_would_write_to_it()
    {
        await using var silent = await KnownSite.WithFileAsync();
        Assert.Null((await silent.Client.PageAsync(KnownSite.Url)).QuerySelector("input[name=contact]"));
        await using var server = new SmtpListener();
        await using var site = await KnownSite.WithFileAsync(server.Settings);
        Assert.NotNull((await site.Client.PageAsync(KnownSite.Url)).QuerySelector("input[name=contact]"));
        await site.Client.PostAsync(Tap, ("contact", "me@example.net"));
        Assert.Contains("We write to me@example.net when there is news, and when it is over.", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected"));
        await site.Client.PostAsync(Tap, content: null);
        Assert.Contains("We write to me@example.net", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected"));
    }

    [Theory]
    [InlineData("me")]
    [InlineData("me@example.net\r\nBcc: all@example.net")]
    [InlineData("Me <me@example.net>")]
    public async Task A_wrong_address_is_told_and_the_tap_has_counted(string address)
    {
        await using var server = new SmtpListener();
        await using var site = await KnownSite.WithFileAsync(server.Settings);
        using var answer = await site.Client.PostAsync(Tap, ("contact", address));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("We have noted that it affects you. The address does not look like one; please write it like you@example.com, or leave it empty.", page.Text("#contact-wrong"));
        Assert.Equal(1, site.Board().Find("vpn-calls")?.People);
    }

    [Theory]
    [InlineData(true, "A field that people cannot see came filled in")]
    [InlineData(false, "faster than people type")]
    public async Task What_a_machine_seems_to_have_sent_counts_nobody_and_is_written_to_nobody_until_a_person_says_so(bool isTrap, string sentence)
    {
        await using var server = new SmtpListener();
        await using var site = await KnownSite.WithFileAsync([.. server.Settings, "--Abuse:FastestForm=00:00:02"]);
        var form = (await site.Client.PageAsync(KnownSite.Url)).Fields(Tap).Select(field => field.Name switch
        {
            "contact" => (field.Name, "me@example.net"),
            "homepage" when isTrap => (field.Name, "https://spam.example"),
            _ => field
        }).ToArray();
        if (isTrap) site.Time.Advance(TimeSpan.FromMinutes(1));
        using var sent = await site.Client.PostAsync(Tap, form);
        using var twice = await site.Client.PostAsync(Tap, form);
        var receipt = sent.Headers.Location?.OriginalString ?? "";
        Assert.Equal((HttpStatusCode.SeeOther, receipt), (sent.StatusCode, twice.Headers.Location?.OriginalString));
        var held = (await site.Client.PageAsync(receipt)).Text("main");
        Assert.Contains(sentence, held, StringComparison.Ordinal);
        Assert.Contains("me@example.net", held, StringComparison.Ordinal);
        Assert.Equal((0, 1), (site.Board().Find("vpn-calls")?.People, (await site.Client.PageAsync("/desk/held")).QuerySelectorAll("main section").Length));
        Assert.NotNull((await site.Client.PageAsync("/desk/held")).QuerySelector("main section a[href='/desk/known-issues/vpn-calls']"));

        using var pressed = await site.Client.PostAsync(receipt + "/person", content: null);
        Assert.Equal(KnownSite.Url + "#affected", pressed.Headers.Location?.OriginalString);
        Assert.Contains("We write to me@example.net", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected"), StringComparison.Ordinal);
        Assert.Equal(1, site.Board().Find("vpn-calls")?.People);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.PostAsync(receipt + "/person", content: null)).StatusCode);
    }

    [Fact]
    public async Task Whoever_mends_their_address_at_once_is_no_machine()
    {
        await using var server = new SmtpListener();
        await using var site = await KnownSite.WithFileAsync([.. server.Settings, "--Abuse:FastestForm=00:00:02"]);
        var form = (await site.Client.PageAsync(KnownSite.Url)).Fields(Tap).Select(field => field.Name == "contact" ? (field.Name, "me") : field).ToArray();
        site.Time.Advance(TimeSpan.FromSeconds(5));
        using var wrong = await site.Client.PostAsync(Tap, form);
        var mended = (await wrong.PageAsync()).Fields(Tap).Where(field => field.Name != "do").Select(field => field.Name == "contact" ? (field.Name, "me@example.net") : field).ToArray();
        using var sent = await site.Client.PostAsync(Tap, mended);
        Assert.Equal(KnownSite.Url + "#affected", sent.Headers.Location?.OriginalString);
        Assert.Contains("We write to me@example.net", (await site.Client.PageAsync(KnownSite.Url)).Text("#affected"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_counts_nobody_more()
    {
        await using var site = await new TestSite().Furnish().Write(KnownSite.File, KnownSite.Vpn.Replace("owner: ana", "status: fixed")).StartAsync();
        using var answer = await site.Client.PostAsync(Tap, content: null);
        Assert.Equal((HttpStatusCode.SeeOther, KnownSite.Url), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.Equal(0, site.Board().Find("vpn-calls")?.People);
        Assert.Null((await site.Client.PageAsync(KnownSite.Url)).QuerySelector("#affected"));
    }

    [Fact]
    public async Task Another_site_cannot_tap_in_a_readers_name()
    {
        await using var site = await KnownSite.WithFileAsync();
        using var forged = new HttpRequestMessage(HttpMethod.Post, Tap) { Headers = { { "Origin", "https://evil.example" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Client.SendAsync(forged)).StatusCode);
        Assert.Equal(0, site.Board().Find("vpn-calls")?.People);
    }
}
