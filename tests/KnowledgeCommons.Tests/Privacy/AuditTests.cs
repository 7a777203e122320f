using System.CommandLine;
using System.Net;
using KnowledgeCommons.Cli;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Privacy;

public sealed class AuditTests
{
    [Fact]
    public async Task A_receipt_tells_who_opened_its_words_and_when_once_an_hour()
    {
        await using var site = await HelpSite.StartAsync();
        using var reader = site.NewReader();
        var receipt = await reader.AskAsync(("problem", "VPN"));
        Assert.DoesNotContain("Who opened your words", await reader.GetStringAsync(receipt), StringComparison.Ordinal);
        await SitAsync(site, "ana");
        await site.Client.GetStringAsync("/desk/cases/1");
        site.Time.Advance(TimeSpan.FromMinutes(59));
        await site.Client.GetStringAsync("/desk/cases/1");
        var page = await reader.PageAsync(receipt);
        Assert.Equal(["Ana Ruiz, today at 10:00"], page.QuerySelectorAll("details:has(> summary) li").Where(line => line.TextContent.Contains("Ana Ruiz,", StringComparison.Ordinal)).Select(line => line.TextContent));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        await site.Client.GetStringAsync("/desk/cases/1");
        Assert.Equal([("read-case", "Ana Ruiz"), ("read-case", "Ana Ruiz")], await RowsAsync(site));
    }

    [Fact]
    public async Task The_receipt_of_an_answer_tells_who_opened_the_words_below_the_article_since_they_were_written()
    {
        await using var site = await HelpSite.StartAsync();
        using var reader = site.NewReader();
        await SitAsync(site, "ana");
        await site.Client.GetStringAsync($"/desk/articles/{HelpSite.Vpn}");
        site.Time.Advance(TimeSpan.FromHours(2));
        var receipt = await reader.ReceiptAsync(HelpSite.Vpn, "not-fixed");
        await reader.PostAsync(receipt, ("reason", "unclear"), ("text", "Step 3 is a lie"));
        Assert.DoesNotContain("Ana Ruiz,", await reader.GetStringAsync(receipt), StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromHours(1));
        await site.Client.GetStringAsync($"/desk/articles/{HelpSite.Vpn}");
        Assert.Contains("Ana Ruiz, today at 13:00", await reader.GetStringAsync(receipt), StringComparison.Ordinal);
        Assert.Equal("The VPN says 809", (await site.Client.PageAsync("/desk/audit")).Text($"td a[href='/desk/articles/{HelpSite.Vpn}']"));
    }

    [Fact]
    public async Task A_list_shows_first_words_to_whom_the_case_concerns_and_the_receipt_tells_who_saw_them()
    {
        await using var site = await HelpSite.StartAsync();
        using var reader = site.NewReader();
        var receipt = await reader.AskAsync(("problem", "The tunnel is shut"), ("article", HelpSite.Vpn));
        await SitAsync(site, "ben");
        for (var look = 0; look < 2; look++) Assert.Contains("The tunnel is shut", await site.Client.GetStringAsync("/desk/cases"), StringComparison.Ordinal);
        await site.Client.PostAsync("/desk/cases/1/take", ("me", "ana"));
        foreach (var (who, list, isShown) in ((string, string, bool)[])
            [("ben", "/desk/cases", false), ("carla", "/desk/cases?show=all", false), ("carla", "/desk/work", false), ("ana", "/desk/cases", true), ("ana", "/desk/work", true)])
        {
            await SitAsync(site, who);
            var page = await site.Client.GetStringAsync(list);
            Assert.True(isShown == page.Contains("The tunnel is shut", StringComparison.Ordinal), $"{who} at {list}");
        }
        Assert.Equal([("listed-case", "Ana Ruiz"), ("listed-case", "Ben Okafor")], (await RowsAsync(site)).Order());
        var told = await reader.GetStringAsync(receipt);
        Assert.Contains("Ben Okafor saw its first words in the list of cases, today at 10:00", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Carla", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opened_what_is_held_is_written_down_and_told_to_its_sender_before_and_after_it_went_on()
    {
        await using var site = await HelpSite.StartAsync();
        using var reader = site.NewReader();
        var receipt = await reader.AskAsync(("problem", "VPN"), ("homepage", "https://spam.example"));
        await SitAsync(site, "ben");
        for (var look = 0; look < 2; look++) await site.Client.GetStringAsync("/desk/held");
        Assert.Equal([("read-held", "Ben Okafor")], await RowsAsync(site));
        Assert.Equal(["today at 10:00", "Ben Okafor", "Opened what is held back", ""], (await site.Client.PageAsync("/desk/audit")).QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("Ben Okafor, today at 10:00", await reader.GetStringAsync(receipt), StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromHours(1));
        await reader.PostAsync(receipt + "/person", content: null);
        Assert.Contains("Ben Okafor, today at 10:00", await reader.GetStringAsync(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_promise_roles_settings_and_taking_things_out_are_written_down()
    {
        await using var site = await HelpSite.StartAsync("--Privacy:Answers=80.00:00:00");
        await site.Client.AskAsync(("problem", "VPN"));
        await SitAsync(site, "ben");
        await site.Client.PostAsync("/desk/cases/1/promise", ("promise", "2026-11-23T16:00"));
        using var output = new StringWriter();
        var quiet = new InvocationConfiguration { Output = output, Error = output };
        Assert.Equal(0, await UserCommand.Make().Parse(["add", "ada@example.com", "--groups", "admins", "--data", site.Data]).InvokeAsync(quiet));
        using var csv = await site.Client.GetAsync("/desk/audit.csv");
        Assert.Contains(",promise,Ben Okafor,KC-1,2026-11-23 14:00:00Z > 2026-11-23 16:00:00Z", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var printed = new StringWriter();
        Assert.Equal(0, await AuditCommand.Make().Parse(["--account", "Ada@example.com", "--data", site.Data]).InvokeAsync(new InvocationConfiguration { Output = printed, Error = output }));
        Assert.Matches("^at,kind,who,about,words\r\n[^\r]+,roles,[^\r]+,added admins\r\n$", printed.ToString());
        await site.KillAsync();
        await site.StartAsync("--Privacy:Answers=70.00:00:00");
        var rows = await RowsAsync(site);
        Assert.Equal(["promise", "roles", "settings", "taken", "taken"], rows.Select(row => row.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(["Privacy:Answers"], (await site.QueryAsync<string>("SELECT words FROM audit WHERE kind = 'settings'")).SelectMany(words => words.Split(", ")).Where(name => name.StartsWith("Privacy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_can_change_or_remove_a_line_but_its_own_retention()
    {
        await using var site = await HelpSite.StartAsync();
        var audit = site.Services.GetRequiredService<AuditBook>();
        await audit.AddAsync(AuditKind.Promise, "Ana Ruiz", "1", null, CancellationToken.None);
        foreach (var attempt in (string[])["UPDATE audit SET who = 'nobody'", "DELETE FROM audit", "REPLACE INTO audit SELECT id, at, kind, 'nobody', about, words FROM audit"])
            await Assert.ThrowsAnyAsync<Exception>(() => site.ExecuteAsync(attempt));
        site.Time.Advance(TimeSpan.FromDays(364));
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(1, await site.CountAsync("audit"));
        site.Time.Advance(TimeSpan.FromDays(2));
        await audit.AddAsync(AuditKind.Promise, "Ana Ruiz", "2", null, CancellationToken.None);
        await site.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(["2"], await site.QueryAsync<string>("SELECT about FROM audit"));
        await Assert.ThrowsAnyAsync<Exception>(() => site.ExecuteAsync("DELETE FROM audit"));
    }

    [Fact]
    public async Task The_desk_shows_it_to_administrators_alone()
    {
        await using var site = await HelpSite.StartAsync("--Identity:Mode=Proxy", "--Identity:Proxy:Addresses:0=127.0.0.1", "--Identity:Roles:Technician:0=helpers", "--Identity:Roles:Administrator:0=admins");
        async Task<HttpStatusCode> AskAsync(string path, string group)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Remote-User", "ada" }, { "Remote-Groups", group } } };
            using var answer = await site.Client.SendAsync(request);
            return answer.StatusCode;
        }
        foreach (var path in (string[])["/desk/audit", "/desk/audit.csv"])
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await AskAsync(path, "admins"), await AskAsync(path, "helpers"), await AskAsync(path, "others")));
    }

    private static Task<List<(string Kind, string Who)>> RowsAsync(TestSite site) => site.QueryAsync<(string, string)>("SELECT kind, who FROM audit ORDER BY at, id");

    private static Task SitAsync(TestSite site, string person) => site.Client.PostAsync("/desk/cases/me", ("me", person));
}
