using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Tests;

namespace KnowledgeCommons.BrowserTests.Pages;

/// <summary>
/// The sample articles with some weeks of life in them: cases in every state, every answer about an article, a flag, searches in vain, a broken
/// file. <see cref="Addresses"/> tells where the private pages are.
/// </summary>
public sealed class FurnishedSite : IAsyncLifetime
{
    internal const string Vpn = "vpn-wifi/vpn-wont-connect";
    private const string Printer = "printing/printer-offline";

    private const string VpnCalls =
        $"---\ntitle: Calls over the VPN break off\ntopics: [vpn-wifi]\narticles: [{Vpn}]\nsearches: [calls drop]\nowner: dev\n---\n\nWe are changing a router.\n";

    // Nobody listens there, so that messages wait on the desk.
    private static readonly string[] NoMailServer = ["--Mail:Host=127.0.0.1", "--Mail:Port=9", "--Mail:From=desk@example.com"];

    private static readonly string[] Answers = ["fixed", "partly", "not-fixed", "only-reading"];

    private readonly Dictionary<string, string> _addresses = [];
    private LiveSite? _site;
    private LiveSite? _closed;
    private LiveSite? _strict;
    private int _cases;

    internal LiveSite Site => _site ?? throw new InvalidOperationException("The site was not furnished.");

    /// <summary>Another one, where people sign in with a password.</summary>
    internal LiveSite Closed => _closed ?? throw new InvalidOperationException("The closed site was not started.");

    /// <summary>Another one, which takes one form a minute.</summary>
    internal LiveSite Strict => _strict ?? throw new InvalidOperationException("The strict site was not started.");

    /// <summary>The addresses of pages that have one only once they exist, by name.</summary>
    internal IReadOnlyDictionary<string, string> Addresses => _addresses;

    public async Task InitializeAsync()
    {
        _site = await LiveSite.OverSampleAsync(NoMailServer);
        _site.Write("printing/torn.md", "---\ntitle: [never closed\n---\n\nText with a [link to nowhere](gone.md).\n");
        _site.Write("_known-issues/vpn-calls.md", VpnCalls);
        await MissAPromiseAsync();
        await OpenCasesAsync();
        await AnswerArticlesAsync();
        await FlagAnArticleAsync();
        await AskFromTheSameAddressAsync();
        await RewriteArticlesAsync();
        await SearchAsync();
        await JudgeAsync();
        await HoldAsync();
        await CloseAsync();
        _strict = await LiveSite.OverSampleAsync("--Abuse:PostsPerNetwork=1");
        Site.AlsoHome.Add(_strict.Url);
    }

    public async Task DisposeAsync()
    {
        if (_closed is not null) await _closed.DisposeAsync();
        if (_strict is not null) await _strict.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
    }

    private async Task HoldAsync()
    {
        using var machine = new FormSender(Site.Url);
        _addresses["held back"] = await machine.SendAsync("/help", ("problem", "The projector hums."), ("article", Vpn), ("homepage", "filled in by a browser add-on"));
    }

    private async Task CloseAsync()
    {
        _closed = await LiveSite.OverSampleAsync([.. NoMailServer, "--Identity:Mode=Accounts", "--Identity:Guests:Domains:0=example.com"]);
        Site.AlsoHome.Add(_closed.Url);
        var accounts = _closed.Service<Accounts>();
        await accounts.AddAsync("ada", "Ada", [], CancellationToken.None);
        var ada = await accounts.FindAsync("ada", CancellationToken.None) ?? throw new InvalidOperationException("Ada has no account.");
        var link = await accounts.LinkAsync(ada, TimeSpan.FromHours(1), forget: false, CancellationToken.None);
        await accounts.ChooseAsync(link[PasswordEndpoints.Url.Length..], ada, SigningInTour.Password, CancellationToken.None);
    }

    private async Task MissAPromiseAsync()
    {
        await CaseAsync("late");
        Site.Clock.Advance(TimeSpan.FromDays(7));
    }

    private async Task OpenCasesAsync()
    {
        await CaseAsync("received");
        await CaseAsync("taken", "take");
        await CaseAsync("answered", "take", "answer");
        await CaseAsync("waiting", "ask");
        await CaseAsync("handed over", "hand-over", "note", "articles");
        await CaseAsync("closed", "answer", "close");
        await CaseAsync("solved", "answer");
        await ReaderAsync("solved", "solved");
        await CaseAsync("came back", "answer", "close");
        await ReaderAsync("came back", "came-back");
    }

    /// <summary>A case that the desk has taken these steps in.</summary>
    private async Task CaseAsync(string state, params string[] steps)
    {
        using var reader = new FormSender(Site.Url);
        await reader.OpenAsync("/search?q=vpn+error+809");
        await reader.OpenAsync("/articles/" + Vpn);
        _addresses[$"receipt of a case: {state}"] = await reader.SendAsync("/help",
            ("problem", "It stops at error 809.\nI am in a hotel."), ("article", Vpn), ("impact", "stopped"), ("people", "team"), ("reach", "phone"),
            ("contact", "+44 20 7946 0999"), ("name", "Robin"), ("tried", "the-full-fix"));
        var desk = $"/desk/cases/{++_cases}";
        _addresses[$"case: {state}"] = desk;
        using var technician = new FormSender(Site.Url);
        foreach (var step in steps)
            await technician.SendAsync($"{desk}/{(step == "ask" ? "answer" : step)}", [("me", "dev"), .. Fields(step)]);
    }

    private static (string, string)[] Fields(string step) => step switch
    {
        "answer" => [("text", "Use your phone's hotspot for now."), ("article", Vpn)],
        "ask" => [("text", "Which hotel are you in?"), ("asks", "yes")],
        "hand-over" => [("to", "ana"), ("text", "Ana knows the new gateway.")],
        "note" => [("note", "The gateway was replaced last night.")],
        "articles" => [("article", Vpn), ("use", "extra-step"), ("step", "Sign in to the hotel's network first.")],
        "close" => [("reason", "the-page"), ("text", "I add error 809 to the article.")],
        _ => []
    };

    private async Task ReaderAsync(string state, string step)
    {
        using var reader = new FormSender(Site.Url);
        await reader.SendAsync($"{_addresses[$"receipt of a case: {state}"]}/{step}", ("text", "As I said."));
    }

    private async Task AnswerArticlesAsync()
    {
        foreach (var answer in Answers)
        {
            using var reader = new FormSender(Site.Url);
            await reader.OpenAsync("/articles/" + Vpn);
            _addresses[$"receipt of an answer: {answer}"] = await reader.SendAsync($"/articles/{Vpn}/outcome", ("answer", answer));
        }
        using var another = new FormSender(Site.Url);
        var receipt = await another.SendAsync($"/articles/{Vpn}/outcome", ("answer", "fixed"));
        await another.SendAsync(receipt + "/came-back");
        await another.SendAsync(receipt, ("reason", "step-fails"), ("step", "3"), ("text", "There is no such button."));
        _addresses["receipt of an answer: came-back"] = receipt;
    }

    private async Task FlagAnArticleAsync()
    {
        FormSender[] readers = [new(Site.Url), new(Site.Url), new(Site.Url)];
        foreach (var words in (string[])["It is offline.", "Offline again."])
        {
            foreach (var reader in readers)
            {
                _addresses["receipt of a case: asked again"] = await reader.SendAsync("/help", ("problem", words), ("article", Printer));
                _addresses["case: asked again"] = $"/desk/cases/{++_cases}";
            }
            Site.Clock.Advance(TimeSpan.FromMinutes(3));
        }
        foreach (var reader in readers) reader.Dispose();
        _addresses["desk: a flagged article"] = "/desk/articles/" + Printer;
    }

    // What stands in the mails, which nobody can read here.
    private async Task AskFromTheSameAddressAsync()
    {
        using var reader = new FormSender(Site.Url);
        await reader.SendAsync("/help", ("problem", "Outlook is slow."), ("reach", "email"), ("contact", "robin@example.com"));
        using var elsewhere = new FormSender(Site.Url);
        await elsewhere.SendAsync("/help", ("problem", "Outlook again."), ("reach", "email"), ("contact", "robin@example.com"));
        _cases += 2;
        var again = await Site.Service<Cases>().FindByNumberAsync(_cases, CancellationToken.None);
        _addresses["the same problem, from the mail"] = Site.Service<CaseTokens>().SameAgain(again?.Case.Id ?? "").Url;
        await reader.SendAsync("/known-issues/vpn-calls/affected", ("contact", "robin@example.com"));
        Site.Write("_known-issues/vpn-calls.md", VpnCalls + "\nIt takes until noon.\n");
        _addresses["no more mails"] = Site.Service<NewsTokens>().Of("vpn-calls", "robin@example.com").Url;
        await Eventually.HoldsAsync(async () => await Site.Service<NewsReaders>().FindAsync(_addresses["no more mails"].Split('/')[^1], CancellationToken.None) is not null);
    }

    // What the server does each night: charts have something to draw.
    private Task JudgeAsync() => Site.Service<HealthRefresh>().RunAsync(CancellationToken.None);

    /// <summary>Rewrites in several states; one that was declined has told whoever complained.</summary>
    private async Task RewriteArticlesAsync()
    {
        const string Declined = "mobile-phones/roaming-data-abroad";
        using var reader = new FormSender(Site.Url);
        var receipt = await reader.SendAsync($"/articles/{Declined}/outcome", ("answer", "not-fixed"));
        await reader.SendAsync(receipt, ("reason", "unclear"), ("text", "Which of the two menus?"));
        _addresses["receipt of an answer: told"] = receipt;
        using var desk = new FormSender(Site.Url);
        await desk.SendAsync(await FlagAsync(desk, Declined) + "/right", ("me", "elin"), ("because", "Both menus lead there, and the text says so."));
        _addresses["desk: a rewrite"] = await FlagAsync(desk, "email-calendar/out-of-office");
        _addresses["desk: a rewrite for a service"] = await FlagAsync(desk, "printing/scan-to-email-fails");
        await desk.SendAsync(_addresses["desk: a rewrite for a service"] + "/product", ("me", "elin"), ("service", "dev"), ("why", "The scanner forgets its address book."));
        var proving = _addresses["desk: a rewrite to be proven"] = await FlagAsync(desk, Vpn);
        Site.Write($"{Vpn}.md", $"---\nrewrites: KC-{proving.Split('/')[^1]}\n{Site.Read($"{Vpn}.md")["---\n".Length..]}\nStart the client again.\n");
        await Eventually.HoldsAsync(async () => await ShowsAsync(proving, "Waits for proof"));
        await Site.Service<RewriteWatch>().LookAsync(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(Site.Url) };
        var told = await client.GetStringAsync(receipt);
        _addresses["what became of it"] = Site.Service<ToldChanges>().TokenOf(told.Split("told-")[1].Split('"')[0]).Url;
    }

    /// <summary>Somebody at the desk asks for a rewrite; the address of its page.</summary>
    private async Task<string> FlagAsync(FormSender desk, string slug)
    {
        var page = "/desk/articles/" + slug;
        using var client = new HttpClient { BaseAddress = new Uri(Site.Url) };
        var revision = (await client.GetStringAsync(page)).Split("name=\"revision\" value=\"")[1].Split('"')[0];
        await desk.SendAsync(page, ("me", "elin"), ("revision", revision), ("action", "flagged"), ("because", "Step 3 names a button that is gone."));
        return "/desk/rewrites/" + (await client.GetStringAsync(page)).Split("href=\"/desk/rewrites/")[1].Split('"')[0];
    }

    private async Task SearchAsync()
    {
        // Words that fewer than three people used are shown to nobody.
        for (var person = 0; person < 3; person++)
        {
            using var reader = new FormSender(Site.Url);
            foreach (var query in (string[])["quantum flux capacitor", "zebra", "printer offline"]) await reader.OpenAsync("/search?q=" + Uri.EscapeDataString(query));
        }
        // The broken file is found by the watch on the folder, searches are stored behind the reader's back.
        await Eventually.HoldsAsync(async () => await ShowsAsync("/desk/content", "printing/torn.md") && await ShowsAsync("/desk/searches", "quantum flux")
            && await ShowsAsync("/desk/cases", "Messages that did not arrive"));
    }

    private async Task<bool> ShowsAsync(string address, string words)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Site.Url) };
        return (await client.GetStringAsync(address)).Contains(words, StringComparison.Ordinal);
    }
}
