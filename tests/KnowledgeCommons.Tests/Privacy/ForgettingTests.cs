using System.CommandLine;
using System.Net;
using AngleSharp.Dom;
using KnowledgeCommons.Cli;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Escalations;
using KnowledgeCommons.Tests.Feedback;
using KnowledgeCommons.Tests.Health;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Privacy;

public sealed class ForgettingTests
{
    private const string Robin = "Robin.Hood@sherwood.example";

    [Fact]
    public async Task Whoever_is_forgotten_leaves_no_trace_in_the_raw_files_and_everybody_else_stays()
    {
        await using var site = await HelpSite.StartAsync(SealedAddressTests.Mail);
        await site.StopHealthAsync();
        await LiveAsync(site, Robin, "Sheriff took my VPN token away", "castle gate does not open");
        await LiveAsync(site, "marian@sherwood.example", "The printer eats my paper daily", "paper tray full");
        var typed = (string[])["Robin.Hood", "robin.hood", "ROBIN.HOOD", "Sheriff took", "castle gate", "Sheriff took my VPN token away: text"];
        Assert.NotEmpty(site.Holding(typed));
        var codes = (await site.QueryAsync<string>(
            """
            SELECT reader FROM help_case WHERE number = 1 UNION SELECT contact_hash FROM help_case WHERE number = 1 UNION SELECT token_hash FROM help_case WHERE number = 1
            UNION SELECT id FROM account WHERE login = 'robin.hood@sherwood.example' UNION SELECT account FROM session WHERE id = 'session of Robin.Hood@sherwood.example'
            """)).ToList();
        Assert.Equal(5, site.Holding(codes).Count);
        var counts = await site.QueryAsync<(long, long)>("SELECT (SELECT COUNT(*) FROM outcome), (SELECT COUNT(*) FROM help_case)");

        var (exit, output) = await RunAsync(site, "forget", Robin.ToLowerInvariant());
        Assert.Contains("No trace is left.", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.Empty(site.Holding([.. typed, .. codes]));
        Assert.Equal(counts, await site.QueryAsync<(long, long)>("SELECT (SELECT COUNT(*) FROM outcome), (SELECT COUNT(*) FROM help_case)"));
        Assert.Equal((1, 1, 1, 1), (await site.CountAsync("account"), await site.CountAsync("session"), await site.CountAsync("search"), await site.CountAsync("hear_back")));
        Assert.Contains("The printer eats my paper daily", await site.Client.GetStringAsync("/desk/cases/2"), StringComparison.Ordinal);
        Assert.Equal(["marian@sherwood.example"], (await site.QueryAsync<string>("SELECT contact FROM help_case WHERE contact IS NOT NULL"))
            .Select(stored => site.Services.GetRequiredService<Addresses>().Open(new SealedAddress(stored))));
        Assert.Equal((0, "Nothing was kept under this name."), (await RunAsync(site, "forget", Robin)) is var again ? (again.Exit, again.Output.Split('\n')[0].Trim()) : default);
    }

    [Fact]
    public async Task What_somebody_else_wrote_about_them_is_told_and_not_hidden()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "robin.hood@sherwood.example cannot sign in"));
        var (exit, output) = await RunAsync(site, "forget", Robin);
        Assert.Equal(1, exit);
        Assert.Contains("  help_case.problem (1)", output, StringComparison.Ordinal);
        Assert.DoesNotContain("robin", output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_somebody_else_sent_too_stays_also_while_their_post_is_held(bool another)
    {
        await using var site = await HelpSite.StartAsync();
        using var robin = site.NewReader();
        await SendFileAsync(robin, Robin, isMachine: false);
        var receipt = another ? await SendFileAsync(site.Client, "marian@sherwood.example", isMachine: true) : "";
        var (exit, _) = await RunAsync(site, "forget", Robin);
        Assert.Equal(0, exit);
        Assert.Equal(another ? 1 : 0, site.Services.GetRequiredService<AttachmentFolder>().All().Count());
        if (!another) return;
        await site.Client.PostAsync(receipt + "/person", content: null);
        var file = (await site.Client.PageAsync(receipt)).QuerySelector("a[href*='/files/']")?.GetAttribute("href") ?? "";
        Assert.Contains("where the treasure is", await site.Client.GetStringAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_counts_and_changes_nothing()
    {
        await using var site = await HelpSite.StartAsync();
        await site.Client.AskAsync(("problem", "VPN"), ("reach", "email"), ("contact", Robin));
        var (exit, output) = await RunAsync(site, "forget", Robin, "--dry-run");
        Assert.Equal((0, true), (exit, output.Contains("help_case\t1", StringComparison.Ordinal)));
        Assert.Equal(["VPN"], await site.QueryAsync<string>("SELECT problem FROM help_case"));
    }

    [Fact]
    public async Task The_report_tells_of_each_table_what_is_held_and_when_the_next_of_it_ends()
    {
        await using var site = await HelpSite.StartAsync();
        var receipt = await site.Client.AskAsync(("problem", "VPN"), ("reach", "email"), ("contact", Robin));
        await site.Client.PostAsync(receipt + "/solved");
        var (exit, output) = await RunAsync(site, "report");
        Assert.Equal(0, exit);
        Assert.Contains("help_case\t1\tpseudonyms, keyed hashes, addresses (encrypted), names, words, names of staff, hashes of links\t2026-11-23\t2027-02-21", output, StringComparison.Ordinal);
        Assert.Contains("article_day\t0\tcounts only\t-\t-", output, StringComparison.Ordinal);
    }

    private static async Task LiveAsync(TestSite site, string address, string problem, string search)
    {
        using var reader = site.NewReader();
        await reader.GetStringAsync("/search?q=" + Uri.EscapeDataString(search));
        await site.Services.GetRequiredService<SearchLog>().WriteWaitingAsync();
        await reader.GetStringAsync($"/articles/{HelpSite.Vpn}");
        var said = await reader.ReceiptAsync(HelpSite.Vpn, "not-fixed");
        await reader.PostAsync(said, ("reason", "unclear"), ("text", problem + ": text"));
        await reader.PostAsync(said + "/hear", ("contact", address));
        var receipt = await reader.AskAsync(("problem", problem), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", address));
        await reader.PostAsync(receipt + "/say", ("text", problem + ", still"));
        var hash = site.Services.GetRequiredService<PersonKeys>().HashOf(address);
        await site.Services.GetRequiredService<ContactBook>().KeepAsync([new Contact("jira", address[..3], hash, site.Time.GetUtcNow()) { Subject = problem, Text = problem + " again" }], CancellationToken.None);
        await site.ExecuteAsync("INSERT INTO known_issue_affected (issue, reader, at, contact, contact_hash) VALUES ('vpn', @hash, 1, 'sealed:x', @hash)", new { hash });
        var accounts = site.Services.GetRequiredService<Accounts>();
        await accounts.AddAsync(address, null, [], CancellationToken.None);
        var account = await accounts.FindAsync(address, CancellationToken.None);
        await site.ExecuteAsync("INSERT INTO session (id, account, ticket, created_at, expires_at) VALUES (@id, @key, 'x', 1, 9000000000000)",
            new { id = "session of " + address, key = site.Services.GetRequiredService<Sessions>().KeyOf(account?.Id ?? "") });
        await accounts.LinkAsync(account ?? new Account(), TimeSpan.FromHours(1), forget: false, CancellationToken.None);
        await site.Services.GetRequiredService<SignInTries>().BeginAsync(address, device: null, CancellationToken.None);
    }

    private static async Task<string> SendFileAsync(HttpClient reader, string address, bool isMachine)
    {
        using var form = new MultipartFormDataContent { { new StringContent("See the map"), "problem" }, { new StringContent("email"), "reach" }, { new StringContent(address), "contact" } };
        if (isMachine) form.Add(new StringContent("https://spam.example"), "homepage");
        form.Add(new ByteArrayContent("A map of where the treasure is."u8.ToArray()), "file", "map.txt");
        using var sent = await reader.PostAsync("/help", form);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        return sent.Headers.Location?.OriginalString ?? "";
    }

    private static async Task<(int Exit, string Output)> RunAsync(TestSite site, params string[] args)
    {
        using var output = new StringWriter();
        var exit = await PrivacyCommand.Make().Parse([.. args, "--data", site.Data]).InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (exit, output.ToString());
    }
}
