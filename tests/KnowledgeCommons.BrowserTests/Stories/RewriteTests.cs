using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests;
using KnowledgeCommons.Tests.Rewrites;
using KnowledgeCommons.Tests.Sources;

namespace KnowledgeCommons.BrowserTests.Stories;

/// <summary>From a reader's "not fixed" to the proof, with a real push: the desk on a desktop, the reader on a phone without scripts.</summary>
[Collection(StoriesCollection.Name)]
public sealed class RewriteTests(Chromium browser) : IAsyncLifetime
{
    private const string Secret = "a long secret";
    private const string Slug = "devices/screen-dark";
    private readonly GitRepository _forge = GitRepository.InitBare();
    private readonly GitRepository _author = GitRepository.Init();
    private readonly LiveSite _site = new();

    public async Task InitializeAsync()
    {
        _author.Write("_people.yml", "people:\n  elin: { name: Elin Larsson }\nduty:\n  default: { owner: elin }\n");
        Push("Hold the green button.", "First");
        await _site.StartAsync($"--Content:Source={_forge.Path}", $"--Content:HookSecret={Secret}", "--Content:Refresh=12:00:00");
        // The story says what the model makes of the evidence.
        await _site.Service<HealthRefresh>().StopAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _author.Dispose();
        _forge.Dispose();
    }

    [Fact]
    public async Task A_flagged_article_is_rewritten_and_proven_and_the_complainer_reads_what_changed()
    {
        await using var owner = await browser.VisitAsync(_site, Screen.Desktop);
        await using var reader = await browser.VisitAsync(_site, Screen.Phone, scripts: false);
        var receipt = await ComplainAsync(reader);
        await JudgeAsync(HealthState.Flagged, verdict: null);
        await LookAsync();
        await AssignAsync(owner);

        Push("Hold the power button for ten seconds.", "Name the right button\n\nIt is the power button, and ten seconds are needed.\n\nRewrites: KC-1");
        await KnockAsync();
        await TellAsync(owner);

        await reader.OpenAsync(receipt);
        await reader.AssertShowsAsync("“The screen stays dark” has changed because of what you told us");
        await reader.AssertShowsAsync("Hold the power button, not the green one.");
        await reader.AssertShowsAsync("There is no green button.");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Yes", Exact = true }));
        await reader.AssertHeadingAsync("Good to hear");

        _site.Clock.Advance(TimeSpan.FromDays(42));
        await JudgeAsync(HealthState.Fixed, new RewriteVerdict(Works: 0.97, Helped: 0.94, Worse: 0.01, MayClaimEffect: true));
        await LookAsync();
        await owner.OpenAsync("/desk/rewrites?show=settled");
        await owner.AssertShowsAsync("Proven");
        await owner.OpenAsync("/desk/rewrites/1");
        await owner.AssertShowsAsync("It helped: we are 94 % sure that fewer people have to contact us than before.");
        await owner.AssertNothingHappenedBehindTheirBackAsync();
        await reader.AssertNothingHappenedBehindTheirBackAsync();
    }

    /// <summary>The address of the receipt.</summary>
    private static async Task<string> ComplainAsync(Visitor reader)
    {
        await reader.OpenAsync("/articles/" + Slug);
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Not fixed" }).First);
        await reader.Page.Locator("#text").FillAsync("There is no green button.");
        await reader.FollowAsync(reader.Page.Locator("form:has(#text) button[type=submit]"));
        return new Uri(reader.Page.Url).AbsolutePath;
    }

    private static async Task AssignAsync(Visitor owner)
    {
        await owner.OpenAsync("/desk");
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Link, new() { Name = "The screen stays dark" }));
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Link, new() { Name = "The rewrite, KC-1" }));
        await owner.AssertShowsAsync("200 people used “The screen stays dark” and 22 still had to contact us");
        await owner.Page.GetByText("Give it to somebody").ClickAsync();
        await owner.Page.Locator("#to").SelectOptionAsync("Elin Larsson");
        await owner.Page.Locator("#due").FillAsync("2026-12-04");
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "Give it to them" }));
        await owner.AssertHeadingAsync("Who are you?");
        await owner.Page.Locator("#me").SelectOptionAsync("Elin Larsson");
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "That is me" }));
        await owner.AssertShowsAsync("It is with Elin Larsson. Due 4 December 2026.");
    }

    private async Task TellAsync(Visitor owner)
    {
        await Eventually.HoldsAsync(async () =>
        {
            await owner.OpenAsync("/desk/rewrites/1");
            return await owner.Page.Locator("#telling textarea").IsVisibleAsync();
        });
        await owner.AssertShowsAsync("One person told us that it did not help.");
        await Assertions.Expect(owner.Page.Locator("#words")).ToHaveValueAsync("It is the power button, and ten seconds are needed.");
        await owner.Page.Locator("#words").FillAsync("Hold the power button, not the green one.");
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "Keep them and tell people now" }));
        await LookAsync();
        await owner.OpenAsync("/desk/rewrites/1");
        await owner.AssertShowsAsync("The one person who had complained was told.");
    }

    private Task LookAsync() => _site.Service<RewriteWatch>().LookAsync(CancellationToken.None);

    private Task JudgeAsync(HealthState state, RewriteVerdict? verdict)
    {
        var article = _site.Service<PublishedLibrary>().Whole.FindByAddress(Slug)?.Id ?? Slug;
        var today = Readings.DayOf(_site.Clock.GetUtcNow());
        var estimate = Estimates.Of(verdict is null ? 0.95 : 0.04) with { Verdict = verdict };
        var judged = Judgement.Of(article, today, state, TransitionCause.Evidence, today, estimate);
        return _site.Service<Database>().WriteAsync(connection => JudgementBook.WriteAsync(connection, [judged]), CancellationToken.None);
    }

    private void Push(string text, string message)
    {
        _author.Write($"{Slug}.md", $"# The screen stays dark\n\n{text}\n").Commit(message: message);
        _author.Push(_forge);
    }

    private async Task KnockAsync()
    {
        using var forge = new HttpClient { BaseAddress = new Uri(_site.Url) };
        using var hook = new HttpRequestMessage(HttpMethod.Post, "/hooks/git") { Content = new StringContent("{}"), Headers = { { "X-Gitlab-Token", Secret } } };
        (await forge.SendAsync(hook)).Dispose();
    }
}
