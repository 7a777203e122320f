using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>What comes in as files and from other systems: it is shown as text or given out as a file, and runs nowhere.</summary>
[Collection(StoriesCollection.Name)]
public sealed class HostileFilesTests(Chromium browser) : IAsyncLifetime
{
    private const string Article = "vpn-wifi/vpn-wont-connect";
    private const string Token = "a token of the tests";
    private const int LongestName = 60;
    private const int FilesOfOneForm = 5;
    private const int FilesOfOneCase = 40;
    private const int ForTickets = 8;
    private LiveSite? _site;

    private LiveSite Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async Task InitializeAsync() => _site = await LiveSite.OverSampleAsync($"--Contacts:Token={Token}", "--Abuse:PostsPerReader=0");

    public async Task DisposeAsync() => await Site.DisposeAsync();

    [Fact]
    public async Task Names_and_contents_of_attachments_run_nowhere_and_open_as_no_page()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Site.Url) };
        List<string> receipts = [], files = [];
        foreach (var some in Payloads.All.Chunk(FilesOfOneCase))
        {
            var (receipt, to) = ("", "/help");
            foreach (var few in some.Chunk(FilesOfOneForm))
            {
                using var sent = await client.PostAsync(to, FormOf(few));
                Assert.True(sent.StatusCode == HttpStatusCode.SeeOther, $"{sent.StatusCode} for {string.Join('\n', few)}");
                if (receipt.Length == 0) receipts.Add(receipt = sent.Headers.Location?.OriginalString ?? "");
                to = receipt + "/say";
            }
        }
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var page in receipts.Concat(receipts.Select((_, index) => $"/desk/cases/{index + 1}")))
        {
            Assert.Equal(200, await reader.OpenAsync(page));
            files.AddRange(await reader.Page.Locator("a[href*='/files/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
            faults.AddRange(await Inspection.FaultsAsync(reader, page));
        }
        Assert.Empty(faults);
        Assert.Equal(2 * Payloads.All.Count, files.Distinct().Count());
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(file);
            Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition?.DispositionType, StringComparison.Ordinal);
            Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task A_page_a_drawing_or_a_script_is_no_attachment()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Site.Url) };
        foreach (var (name, type, text) in ((string, string, string)[])
            [("x.html", "text/html", "<script>alert(1)</script>"), ("x.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), ("x.png", "image/png", "<svg onload=alert(1)>")])
        {
            using var form = new MultipartFormDataContent { { new StringContent("A file"), "problem" } };
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(part, "file", name);
            using var answer = await client.PostAsync("/help", form);
            // Words in a file are words: it is given out as a text or not at all.
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name}: {answer.StatusCode}");
        }
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        await reader.OpenAsync("/desk/cases?show=all");
        Assert.Empty(await Inspection.FaultsAsync(reader, "cases with such files"));
    }

    [Fact]
    public async Task Tickets_from_elsewhere_come_out_as_text()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Site.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var tickets = Payloads.All.Select((payload, index) => new Dictionary<string, string>
        {
            ["source"] = "import",
            ["id"] = $"{index} {payload}"[..Math.Min(60, $"{index} {payload}".Length)].ReplaceLineEndings(" "),
            ["person"] = $"person{index / ForTickets}@example.com",
            ["at"] = Site.Clock.GetUtcNow().AddHours(-index % 40).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["subject"] = payload.ReplaceLineEndings(" "),
            ["text"] = payload,
            ["topic"] = "vpn-wifi",
            ["article"] = Article
        });
        foreach (var some in tickets.Chunk(100))
        {
            using var sent = await client.PostAsJsonAsync("/api/v1/contacts", some);
            Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        }
        await using var reader = await browser.VisitAsync(Site, Screen.Desktop, bypassPolicy: true);
        List<string> faults = [];
        foreach (var page in (string[])
            ["/desk", "/desk/work", "/desk/known-issues", "/desk/articles", $"/desk/articles/{Article}", "/desk/measured", "/desk/measured/rows?of=contacts&topic=~all", "/desk/searches", "/desk/rewrites"])
        {
            await reader.OpenAsync(page);
            faults.AddRange(await Inspection.FaultsAsync(reader, page));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>A file of each payload, which is its name as well as what stands in it.</summary>
    private static MultipartFormDataContent FormOf(string[] payloads)
    {
        var form = new MultipartFormDataContent { { new StringContent("Files that bite: " + payloads[0]), "problem" }, { new StringContent("More of them: " + payloads[0]), "text" } };
        foreach (var payload in payloads)
        {
            var name = new string([.. payload.Where(letter => letter is >= ' ' and <= '~' and not ('"' or '\\'))]);
            // What holds control characters is no text, and refused.
            var words = new string([.. payload.Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))]);
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("What I saw:\n" + words)), "file", name[..Math.Min(LongestName, name.Length)] + ".txt");
        }
        return form;
    }
}
