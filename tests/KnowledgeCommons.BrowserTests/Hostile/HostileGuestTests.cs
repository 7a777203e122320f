using System.Net;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>What is typed on the pages in front of a closed site, and what a sign-in proxy says of somebody, comes out as text.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileGuestTests(Chromium browser)
{
    private const int LongestField = 4_000;

    // What a proxy may say of a name.
    private const int LongestName = 256;

    [Theory]
    [InlineData("/sign-in", "login")]
    [InlineData("/sign-in/code", "address")]
    [InlineData("/sign-in/help", "problem", "name", "contact")]
    public async Task What_a_stranger_types_before_they_are_in_comes_back_as_text(string page, params string[] fields)
    {
        await using var site = await LiveSite.OverSampleAsync("--Identity:Mode=Accounts", "--Identity:Guests:Domains:0=example.com", "--Mail:Host=127.0.0.1", "--Mail:Port=9", "--Mail:From=desk@example.com");
        await using var reader = await browser.VisitAsync(site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var words in Payloads.Together(LongestField))
        {
            await reader.OpenAsync(page);
            await TypeAsync(reader, page, fields, words);
            await reader.FollowAsync(reader.Page.Locator($"form[action='{page}'] [type=submit]"));
            foreach (var field in fields) Assert.Contains("alert", await reader.Page.Locator($"[name={field}]").InputValueAsync(), StringComparison.Ordinal);
            faults.AddRange(await Inspection.FaultsAsync(reader, $"{page} with {words[..60]}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_somebody_wrote_whose_session_has_ended_is_given_back_as_text()
    {
        await using var site = await LiveSite.OverSampleAsync("--Identity:Mode=Accounts");
        await using var reader = await browser.VisitAsync(site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var words in Payloads.Together(LongestField)) faults.AddRange(await SendAsync(reader, "/sign-in", "/help", words));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task What_came_too_soon_is_given_back_as_text()
    {
        await using var site = await LiveSite.OverSampleAsync("--Abuse:PostsPerReader=1");
        await using var reader = await browser.VisitAsync(site, Screen.Desktop, bypassPolicy: true);
        await reader.OpenAsync("/search?q=vpn");
        var before = await SendAsync(reader, "/", "/help", "The first one is taken.");
        List<string> faults = [.. before];
        foreach (var words in Payloads.Together(LongestField).Take(20))
        {
            faults.AddRange(await SendAsync(reader, "/", "/help", words));
            await reader.AssertHeadingAsync("Please wait a minute");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task The_name_that_a_proxy_gives_somebody_comes_out_as_text()
    {
        await using var site = await LiveSite.OverSampleAsync("--Identity:Mode=Proxy", "--Identity:Proxy:Addresses:0=127.0.0.1", "--Identity:Roles:Administrator:0=admins");
        foreach (var name in Payloads.Together(LongestName))
        {
            using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
            foreach (var (header, value) in HeadersOf(name)) client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
            using var opened = await client.GetAsync("/desk/articles/vpn-wifi/vpn-wont-connect");
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }
        await using var reader = await browser.VisitAsync(site, Screen.Desktop, bypassPolicy: true);
        await reader.Page.SetExtraHTTPHeadersAsync(HeadersOf(Payloads.All[0]));
        await reader.OpenAsync("/desk/articles/vpn-wifi/vpn-wont-connect");
        List<string> faults = [.. await Inspection.FaultsAsync(reader, "an article at the desk")];
        await reader.OpenAsync("/desk/audit");
        await reader.AssertShowsAsync("<svg/onload=alert(1)//");
        faults.AddRange(await Inspection.FaultsAsync(reader, "audit"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // What no header holds, a proxy does not send.
    private static Dictionary<string, string> HeadersOf(string name) => new()
    {
        ["Remote-User"] = "ada",
        ["Remote-Groups"] = "admins",
        ["Remote-Name"] = new string([.. name.Select(letter => letter is >= ' ' and <= '~' ? letter : ' ')]).Trim()
    };

    // An attacker's browser checks nothing before it sends.
    private static async Task TypeAsync(Visitor reader, string page, string[] fields, string words)
    {
        var form = reader.Page.Locator($"form[action='{page}']");
        await form.EvaluateAsync(
            """
            form => {
              form.noValidate = true;
              for (const field of form.querySelectorAll('[maxlength]')) field.removeAttribute('maxlength');
              for (const field of form.querySelectorAll('[type=email]')) field.type = 'text';
              for (const byMail of form.querySelectorAll('[name=reach][value=email]')) byMail.checked = true;
            }
            """);
        foreach (var field in fields) await form.Locator($"[name={field}]").FillAsync(words);
        if (await form.Locator("[name=password]").CountAsync() > 0) await form.Locator("[name=password]").FillAsync("wrong");
    }

    private static async Task<IReadOnlyList<string>> SendAsync(Visitor reader, string from, string to, string words)
    {
        await reader.OpenAsync(from);
        await reader.Page.EvaluateAsync(
            """
            ([to, words]) => {
              const form = Object.assign(document.createElement('form'), { method: 'post', action: to });
              const area = Object.assign(document.createElement('textarea'), { name: 'problem', value: words });
              form.append(area, Object.assign(document.createElement('button'), { id: 'send', textContent: 'Send' }));
              document.querySelector('main').append(form);
            }
            """, new[] { to, words });
        await reader.FollowAsync(reader.Page.Locator("#send"));
        return await Inspection.FaultsAsync(reader, $"{to} with {words[..Math.Min(60, words.Length)]}");
    }
}
