using System.Net;
using System.Security.Cryptography;
using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Identity;

public sealed class AccountSignInTests : IAsyncLifetime
{
    private const string Password = "four plain words here";
    private readonly TestSite _site = new TestSite().Write("a.md", "# A");

    private Accounts Accounts => _site.Services.GetRequiredService<Accounts>();

    public async Task InitializeAsync()
    {
        await _site.PublishedAsync("--Identity:Mode=Accounts", "--Identity:Roles:Technician:0=it-support", "--Site:Proxies:0=127.0.0.1");
        await Accounts.AddAsync("Ada", "Ada Lovelace", ["it-support"], default);
        var link = await Accounts.LinkAsync(await AdaAsync(), TimeSpan.FromHours(24), forget: false, default);
        using var chosen = await SendAsync(_site.NewReader(), link, ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Who_has_not_signed_in_is_led_there_and_comes_back_to_what_they_asked_for()
    {
        using var led = await _site.Client.GetAsync("/articles/a?for=mac");
        Assert.Equal(HttpStatusCode.SeeOther, led.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Farticles%2Fa%3Ffor%3Dmac", led.Headers.Location?.OriginalString);
        var form = await _site.PageAsync("/sign-in?returnUrl=%2Farticles%2Fa%3Ffor%3Dmac");
        var back = form.QuerySelector("input[name=returnUrl]")?.GetAttribute("value") ?? "";
        using var answer = await SignInAsync(_site.Client, Password, back: back);
        Assert.Equal("/articles/a?for=mac", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task A_page_without_groups_says_sign_out_only_to_those_who_signed_in()
    {
        await SignInAsync(_site.Client, Password);
        var page = await _site.PageAsync("/articles/a");
        Assert.NotNull(page.QuerySelector("footer a[href='/sign-out']"));
        Assert.DoesNotContain("Ada", page.Source.Text, StringComparison.Ordinal);
        await SendAsync(_site.Client, "/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
    }

    [Theory]
    [InlineData("ada", "four plain words wrong")]
    [InlineData("nobody", Password)]
    [InlineData("ada", "FOUR PLAIN WORDS HERE")]
    public async Task A_wrong_password_and_an_unknown_login_get_the_same_answer(string login, string password)
    {
        using var answer = await SignInAsync(_site.Client, password, login);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("That login and password do not fit together.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(password, page, StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("kc-session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_thousand_tries_get_nowhere_and_do_not_lock_the_person_out()
    {
        using var known = _site.NewReader();
        await SignInAsync(known, Password);
        await SendAsync(known, "/sign-out");
        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 1000; tries++)
        {
            using var attacker = await SignInAsync(_site.Client, $"guess number {tries}", from: $"203.0.{tries % 100}.9");
            answers.Add(attacker.StatusCode);
        }
        Assert.DoesNotContain(HttpStatusCode.SeeOther, answers);
        Assert.Equal(SignInTries.Free, answers.Count(status => status == HttpStatusCode.Unauthorized));
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(known, Password, from: "198.51.100.4")).StatusCode);
        using var elsewhere = _site.NewReader();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignInAsync(elsewhere, Password, from: "198.51.100.4")).StatusCode);
        _site.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(elsewhere, Password, from: "198.51.100.4")).StatusCode);
    }

    [Fact]
    public async Task Tries_that_come_all_at_once_are_not_more_than_tries_one_after_the_other()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(tries => SignInAsync(_site.Client, $"guess number {tries}")));
        Assert.InRange(answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized), 1, SignInTries.Free);
    }

    [Fact]
    public async Task One_network_that_tries_many_names_has_to_wait()
    {
        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries <= NetworkTries.Free; tries++)
            answers.Add((await SendAsync(_site.Client, "/sign-in", ("login", $"name{tries}"), ("password", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(NetworkTries.Free, answers.Count(status => status == HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_session_that_somebody_else_planted_is_not_the_one_that_is_signed_in()
    {
        var planted = new string('A', 43);
        using var victim = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _site.Client.BaseAddress };
        victim.DefaultRequestHeaders.Add("Cookie", $"kc-session={planted}");
        using var answer = await SignInAsync(victim, Password);
        var handed = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("kc-session=", StringComparison.Ordinal));
        Assert.DoesNotContain(planted, handed, StringComparison.Ordinal);
        Assert.Contains("httponly", handed, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", handed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await victim.GetAsync("/articles/a")).StatusCode);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_this_host()
    {
        using var answer = await SendAsync(_site.Client, "/sign-in", "203.0.113.9", secure: true, ("login", "ada"), ("password", Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-kc-session=", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/;", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_disabled_is_out_within_seconds_and_does_not_come_in_again()
    {
        await SignInAsync(_site.Client, Password);
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        await Accounts.DisableAsync(await AdaAsync(), default);
        _site.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(_site.Client, Password)).StatusCode);
        await Accounts.EnableAsync(await AdaAsync(), default);
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(_site.Client, Password)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_lives_on_while_somebody_does()
    {
        await SignInAsync(_site.Client, Password);
        for (var hour = 0; hour < 20; hour += 5)
        {
            _site.Time.Advance(TimeSpan.FromHours(5));
            Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        }
        _site.Time.Advance(TimeSpan.FromHours(4.1));
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
        await SignInAsync(_site.Client, Password);
        _site.Time.Advance(TimeSpan.FromHours(10.1));
        Assert.Equal(HttpStatusCode.SeeOther, (await _site.Client.GetAsync("/articles/a")).StatusCode);
    }

    [Fact]
    public async Task A_link_to_choose_a_password_works_once_and_a_weak_password_does_not_use_it_up()
    {
        await SignInAsync(_site.Client, Password);
        var link = await Accounts.LinkAsync(await AdaAsync(), TimeSpan.FromHours(1), forget: true, default);
        using var other = _site.NewReader();
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(other, link, ("password", "short"), ("again", "short"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(other, link, ("password", Password), ("again", "something else"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(_site.NewReader(), Password)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(other, link, ("password", "another four words"), ("again", "another four words"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/articles/a")).StatusCode);
        var late = await Accounts.LinkAsync(await AdaAsync(), TimeSpan.FromHours(1), forget: false, default);
        _site.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(late)).StatusCode);
    }

    [Fact]
    public async Task Neither_database_nor_link_table_hold_what_opens_the_site()
    {
        using var answer = await SignInAsync(_site.Client, Password);
        var value = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("kc-session=", StringComparison.Ordinal)).Split('=', ';')[1];
        var rows = await _site.Services.GetRequiredService<Database>().ReadAsync(
            connection => connection.QueryAsync<string>("SELECT id || account || ticket FROM session UNION ALL SELECT password FROM account"), default);
        Assert.All(rows, row =>
        {
            Assert.DoesNotContain(value, row, StringComparison.Ordinal);
            Assert.DoesNotContain("Ada", row, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, row, StringComparison.Ordinal);
        });
        if (!OperatingSystem.IsWindows()) Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(Path.Combine(_site.Data, "keys")));
    }

    [Fact]
    public async Task A_password_that_was_hashed_with_fewer_rounds_is_hashed_anew_by_signing_in_and_goes_on_to_fit()
    {
        var salt = new byte[16];
        var old = $"pbkdf2-sha512$1000${Convert.ToBase64String(salt)}${Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Password, salt, 1000, HashAlgorithmName.SHA512, 32))}";
        await _site.Services.GetRequiredService<Database>().WriteAsync(connection => connection.ExecuteAsync("UPDATE account SET password = @old", new { old }), default);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync(_site.Client, "something else here")).StatusCode);
        Assert.Equal(old, (await AdaAsync()).Password);
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(_site.Client, Password)).StatusCode);
        Assert.StartsWith("pbkdf2-sha512$220000$", (await AdaAsync()).Password, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(_site.NewReader(), Password)).StatusCode);
    }

    private async Task<Account> AdaAsync() => await Accounts.FindAsync("ada", default) ?? throw new InvalidOperationException("Ada has no account.");

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password, string login = "ada", string back = "", string? from = null) =>
        SendAsync(client, "/sign-in", from, secure: false, ("login", login), ("password", password), ("returnUrl", back));

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, params (string Name, string Value)[] fields) => SendAsync(client, path, null, false, fields);

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string? from, bool secure, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        if (secure) request.Headers.Add("X-Forwarded-Proto", "https");
        return client.SendAsync(request);
    }
}
