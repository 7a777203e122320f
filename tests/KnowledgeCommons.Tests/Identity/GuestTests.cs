using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Identity;

public sealed partial class GuestTests : IAsyncLifetime
{
    private const string Address = "Eve@example.com";
    private readonly TestSite _site = new TestSite().Write("a.md", "# A");

    private Database Database => _site.Services.GetRequiredService<Database>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_code_by_mail_lets_somebody_in_as_a_reader_once()
    {
        await StartAsync();
        var code = await AskAsync(_site.Client);
        Assert.Equal(HttpStatusCode.SeeOther, await EnterAsync(_site.Client, $" {code[..4]} {code[4..]} "));
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.GetAsync("/desk")).StatusCode);
        await _site.Client.PostAsync("/sign-out", content: null);
        Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync(_site.Client, code));
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
    }

    [Fact]
    public async Task It_counts_in_the_browser_that_asked_for_it_only()
    {
        await StartAsync();
        var code = await AskAsync(_site.Client);
        using var other = _site.NewReader();
        Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync(other, code));
        await AskAsync(other, "other@example.com");
        Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync(other, code));
        Assert.Equal(HttpStatusCode.SeeOther, await EnterAsync(_site.Client, code));
    }

    [Fact]
    public async Task After_ten_minutes_or_five_tries_it_counts_no_more()
    {
        await StartAsync();
        var late = await AskAsync(_site.Client);
        _site.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync(_site.Client, late));
        var code = await AskAsync(_site.Client);
        for (var guess = 0; guess < 5; guess++) Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync(_site.Client, $"0000000{guess}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync(_site.Client, code));
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_three_an_hour_are_enough()
    {
        await StartAsync();
        for (var times = 0; times < 3; times++) await AskAsync(_site.NewReader());
        using var refused = await SendAsync(_site.NewReader(), "EVE@EXAMPLE.COM");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(3, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox"), default));
        _site.Time.Advance(TimeSpan.FromHours(1.1));
        await AskAsync(_site.NewReader());
    }

    [Fact]
    public async Task A_code_that_could_not_be_sent_is_on_the_desks_list_for_as_long_as_it_counts_and_then_gone()
    {
        await StartAsync();
        await AskAsync(_site.Client);
        var outbox = _site.Services.GetRequiredService<Outbox>();
        await Eventually.HoldsAsync(async () => (await outbox.UndeliveredAsync(default)).Count == 1);
        _site.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Empty(await outbox.UndeliveredAsync(default));
        outbox.Wake();
        await Eventually.HoldsAsync(async () => await Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox"), default) == 0);
    }

    [Theory]
    [InlineData("eve@elsewhere.example")]
    [InlineData("eve@example.com.evil.example")]
    [InlineData("eve@sub.example.com")]
    [InlineData("eve@evil.example, x@example.com")]
    [InlineData("<eve@example.com>")]
    [InlineData("eve@example.com\r\nBcc: all@example.com")]
    [InlineData("@example.com")]
    [InlineData("")]
    public async Task Only_one_address_of_a_named_domain_is_written_to(string address)
    {
        await StartAsync();
        using var answer = await SendAsync(_site.Client, address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox"), default));
    }

    [Fact]
    public async Task The_code_stands_nowhere_in_the_database()
    {
        await StartAsync();
        var code = await AskAsync(_site.Client);
        var stored = await Database.ReadAsync(connection => connection.QueryAsync<string>("SELECT id || person FROM guest_code UNION ALL SELECT payload FROM outbox"), default);
        Assert.All(stored, row => Assert.DoesNotContain(code, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_domain_is_named_there_is_no_such_page()
    {
        await _site.PublishedAsync("--Identity:Mode=Accounts");
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Client.GetAsync("/sign-in/code")).StatusCode);
        Assert.Null((await _site.PageAsync("/sign-in")).QuerySelector("a[href='/sign-in/code']"));
    }

    [Fact]
    public async Task Where_no_mail_can_be_sent_that_is_said()
    {
        await _site.PublishedAsync("--Identity:Mode=Accounts", "--Identity:Guests:Domains:0=example.com");
        using var answer = await _site.Client.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("No mail can be sent from here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task StartAsync() => _site.PublishedAsync(
        "--Identity:Mode=Accounts", "--Identity:Guests:Domains:0=example.com", "--Mail:Host=127.0.0.1", "--Mail:Port=9", "--Mail:From=desk@example.com", "--Identity:Roles:Technician:0=it-support");

    // What stands in the mail.
    private async Task<string> AskAsync(HttpClient browser, string address = Address)
    {
        using var answer = await SendAsync(browser, address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var id = await Database.ReadAsync(connection => connection.QueryFirstAsync<string>("SELECT id FROM guest_code ORDER BY rowid DESC LIMIT 1"), default);
        var letter = await _site.Services.GetServices<ILetterWriter>().Single(writer => writer.Kind == GuestLetters.KindOfMail).WriteAsync(id, default);
        return Code().Match(letter?.Text ?? "").Value;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string address) => browser.PostAsync("/sign-in/code", new FormUrlEncodedContent([new("address", address)]));

    private static async Task<HttpStatusCode> EnterAsync(HttpClient browser, string code)
    {
        using var answer = await browser.PostAsync("/sign-in/code/enter", new FormUrlEncodedContent([new("code", code)]));
        return answer.StatusCode;
    }

    [GeneratedRegex("[0-9]{8}")]
    private static partial Regex Code();
}
