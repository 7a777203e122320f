using System.Net;
using Dapper;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Desk.Cases;

/// <summary>Who signed in is that person at the desk, and can be nobody else: what stands in somebody's name is theirs.</summary>
public sealed class WhoSitsHereTests : IAsyncLifetime
{
    private const string People =
        """
        people:
          ana: { name: Ana Ruiz, account: ana@work }
          ben: { name: Ben Okafor, account: [b.okafor, ben@work] }
          carla: { name: Carla Dietz }
        duty:
          default: { owner: carla }
        """;

    private TestSite? _site;

    private TestSite Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async Task InitializeAsync()
    {
        _site = await SignedIn.StartAsync(People, "Administrator");
        await Site.Client.AskAsync(("problem", "VPN"), ("article", HelpSite.Vpn));
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact]
    public async Task Whoever_signed_in_acts_in_their_own_name_whatever_they_say()
    {
        using var ana = Site.As("ana@work", "A. Ruiz");
        var page = await ana.PageAsync("/desk/cases/1");
        Assert.Contains("You are Ana Ruiz", page.Text("main"));
        Assert.Null(page.QuerySelector("#me"));
        await ana.PostAsync("/desk/cases/me", ("me", "ben"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PostAsync("/desk/cases/1/take", ("me", "ben"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PostAsync("/desk/cases/1/answer", ("me", "carla"), ("text", "Try the other one."))).StatusCode);
        Assert.Equal(["Ana Ruiz"], await NamesAsync("SELECT DISTINCT who FROM case_event WHERE kind IN ('taken', 'answered')"));
        Assert.Equal(["Ana Ruiz"], await NamesAsync("SELECT DISTINCT who FROM audit"));
    }

    [Fact]
    public async Task Whoever_is_not_listed_chooses_a_name_without_an_account_and_is_written_down_by_their_own()
    {
        using var zoe = Site.As("zoe@work", "Zoe Zed");
        var page = await zoe.PageAsync("/desk/cases/1");
        Assert.Equal(["", "carla"], page.QuerySelectorAll("#me option").Select(option => option.GetAttribute("value") ?? "?"));
        Assert.Contains("“account: zoe@work”", page.Text("main"));
        var refused = await zoe.PostAsync("/desk/cases/1/answer", ("me", "ana"), ("text", "Try the other one."));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Try the other one.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await zoe.PostAsync("/desk/cases/1/answer", ("me", "carla"), ("text", "Try the other one."))).StatusCode);
        Assert.Equal(["Zoe Zed"], await NamesAsync("SELECT DISTINCT who FROM audit"));
    }

    [Fact]
    public async Task A_cookie_that_says_somebody_else_is_not_believed()
    {
        using var zoe = Site.As("zoe@work", "Zoe Zed");
        zoe.DefaultRequestHeaders.Add("Cookie", "kc-desk=ana");
        Assert.Equal(HttpStatusCode.BadRequest, (await zoe.PostAsync("/desk/cases/1/take")).StatusCode);
        using var ben = Site.As("ben@work", name: null);
        ben.DefaultRequestHeaders.Add("Cookie", "kc-desk=carla");
        Assert.Contains("You are Ben Okafor", (await ben.PageAsync("/desk/work")).Text("main"));
    }

    [Fact]
    public async Task Where_everybody_has_an_account_whoever_is_not_listed_acts_in_the_name_that_they_signed_in_with()
    {
        Site.Write("_people.yml", "people:\n  ana: { name: Ana Ruiz, account: ana@work }\n");
        using var zoe = Site.As("zoe@work", "Zoe Zed");
        await Eventually.HoldsAsync(async () => (await zoe.PageAsync("/desk/cases/1")).QuerySelector("#me") is null);
        Assert.Equal(HttpStatusCode.SeeOther, (await zoe.PostAsync("/desk/cases/1/answer", ("text", "Try the other one."))).StatusCode);
        Assert.Equal(["Zoe Zed"], await NamesAsync("SELECT who FROM case_event WHERE kind = 'answered'"));
    }

    [Fact]
    public async Task A_login_with_a_password_is_an_account_too()
    {
        await using var site = await HelpSite.StartAsync(site => site.Write("_people.yml", "people:\n  ana: { name: Ana Ruiz, account: ana }\n  ben: { name: Ben Okafor }\n"),
            "--Identity:Mode=Accounts", "--Identity:Roles:Administrator:0=admins");
        var accounts = site.Services.GetRequiredService<Accounts>();
        await accounts.AddAsync("ana", "A. Ruiz", ["admins"], CancellationToken.None);
        var account = await accounts.FindAsync("ana", CancellationToken.None) ?? throw new InvalidOperationException("There is no such account.");
        var link = await accounts.LinkAsync(account, TimeSpan.FromHours(1), forget: false, CancellationToken.None);
        await accounts.ChooseAsync(link[PasswordEndpoints.Url.Length..], account, "four plain words here", CancellationToken.None);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Client.PostAsync("/sign-in", ("login", "Ana"), ("password", "four plain words here"))).StatusCode);
        Assert.Contains("You are Ana Ruiz", (await site.Client.PageAsync("/desk/cases")).Text("main"));
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string sql) =>
        [.. await Site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.QueryAsync<string>(sql), CancellationToken.None)];
}
