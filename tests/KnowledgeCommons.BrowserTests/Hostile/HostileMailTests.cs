using KnowledgeCommons.Tests;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>Mails hold what people wrote, and mail programs show them much as a browser does.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileMailTests(Chromium browser)
{
    private const int LongestProblem = 20_000;
    private const int LongestName = 100;

    [Fact]
    public async Task Whatever_stands_in_a_mail_is_text()
    {
        await using var server = new SmtpListener();
        await using var site = await LiveSite.OverSampleAsync([.. server.Settings, "--Site:BaseUrl=http://help.example"]);
        site.Write("_people.yml", "people:\n  dev: { name: Dev, email: dev@example.com }\nduty:\n  default: { owner: dev }\n");
        await Eventually.HoldsAsync(async () => (await new HttpClient { BaseAddress = new Uri(site.Url) }.GetStringAsync("/help")).Contains("Dev", StringComparison.Ordinal));
        var portions = Payloads.Together(LongestProblem).ToList();
        foreach (var (index, words) in portions.Index())
        {
            using var reader = new FormSender(site.Url);
            var receipt = await reader.SendAsync("/help", ("problem", words), ("name", Payloads.All[index][..Math.Min(LongestName, Payloads.All[index].Length)]), ("reach", "email"), ("contact", "eve@example.com"));
            await reader.SendAsync(receipt + "/say", ("text", words));
            using var desk = new FormSender(site.Url);
            await desk.SendAsync($"/desk/cases/{index + 1}/answer", ("me", "dev"), ("text", words));
        }
        await Eventually.HoldsAsync(() => Task.FromResult(server.Mails.Count >= 4 * portions.Count));
        await using var window = await browser.VisitAsync(site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        var shown = "";
        foreach (var mail in server.Mails)
        {
            var html = SmtpListener.Html(mail);
            faults.AddRange(await Inspection.FaultsInAsync(window, html, SmtpListener.Header(mail, "Subject")));
            shown += await window.Page.Locator("body").InnerTextAsync();
        }
        Assert.Contains("<svg/onload=alert(1)//", shown, StringComparison.Ordinal);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
