using System.Text.RegularExpressions;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Feedback;
using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Publishing;

namespace KnowledgeCommons.BrowserTests.Stories;

/// <summary>From a flag to its proof, on made-up data, with a real push and a moved clock.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class RewriteProvenTests(Chromium browser, DemoSite demo)
{
    private const string Title = "I have a new phone and need my codes on it";
    private const string Slug = "multi-factor/new-phone";
    private const string Words = "The pass is nowhere on this page.";
    private const string Change = "The page says who gives you a temporary pass, before it asks for one.";

    [Fact]
    public async Task A_flagged_article_is_rewritten_and_proven_and_who_complained_reads_what_changed()
    {
        await using var owner = await browser.VisitAsync(demo.Site, Screen.Desktop);
        await using var complainer = await browser.VisitAsync(demo.Site, Screen.Phone);
        var receipt = await ComplainAsync(complainer);
        await ReadEvidenceAsync(owner);
        var number = await TakeAsync(owner);
        await demo.PushAsync($"{Slug}.md", Rewritten, $"Say where the temporary pass comes from\n\n{Change}\n\nRewrites: KC-{number}\n");
        await owner.OpenAsync($"/desk/rewrites/{number}");
        await owner.AssertShowsAsync("Waits for proof");

        demo.Site.Clock.Advance(TimeSpan.FromHours(25));
        await demo.LookAsync();
        await complainer.OpenAsync(receipt);
        await complainer.AssertShowsAsync(Change);
        await complainer.AssertShowsAsync(Words);
        await complainer.AssertShowsAsync("Does it work now?");

        for (var week = 0; week < 9; week++) await LiveAWeekAsync(week);
        await owner.OpenAsync($"/desk/rewrites/{number}");
        await owner.AssertShowsAsync("Proven");
        await owner.OpenAsync($"/desk/articles/{Slug}");
        await owner.AssertShowsAsync("Rewritten, and it works");
        await Assertions.Expect(owner.Page.Locator("#weeks tr[data-mark]").First).ToHaveAttributeAsync("data-mark", $"KC-{number}");
        await owner.OpenAsync("/desk");
        await Assertions.Expect(owner.Page.Locator("article.card").Filter(new() { HasText = Title })).ToHaveCountAsync(0);
        await owner.AssertNothingHappenedBehindTheirBackAsync();
    }

    /// <summary>Somebody says that it did not help, and why; the address of their receipt.</summary>
    private static async Task<string> ComplainAsync(Visitor reader)
    {
        await reader.OpenAsync($"/articles/{Slug}");
        await reader.AssertHeadingAsync(Title);
        await reader.FollowAsync(reader.Page.Locator("form[action$='/outcome'] button[value=not-fixed]"));
        var receipt = new Uri(reader.Page.Url).AbsolutePath;
        await reader.Page.Locator("input[name=reason][value=unclear]").CheckAsync();
        await reader.Page.Locator("#text").FillAsync(Words);
        await reader.FollowAsync(reader.Page.Locator("form:has(#text) button[type=submit]").First);
        return receipt;
    }

    private static async Task ReadEvidenceAsync(Visitor owner)
    {
        await owner.OpenAsync("/desk");
        await Assertions.Expect(owner.Page.Locator(".demo-mark")).ToContainTextAsync("Demo data.");
        var card = owner.Page.Locator("article.card").Filter(new() { HasText = Title });
        await Assertions.Expect(card).ToContainTextAsync("Flagged");
        await Assertions.Expect(card).ToContainTextAsync(SureOfIt());
        await owner.FollowAsync(card.GetByRole(AriaRole.Link, new() { Name = "Read the evidence" }));
        await owner.AssertHeadingAsync(Title);
        await Assertions.Expect(owner.Page.Locator("figure canvas")).ToHaveCountAsync(2);
        await Assertions.Expect(owner.Page.Locator(".words-used")).ToContainTextAsync("temporary pass");
    }

    /// <summary>Ana takes the case, until the end of the year; its number.</summary>
    private static async Task<string> TakeAsync(Visitor owner)
    {
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Link, new() { NameRegex = TheRewrite() }));
        var number = new Uri(owner.Page.Url).Segments[^1];
        await owner.Page.Locator("details:has(#to) summary").ClickAsync();
        await owner.Page.Locator("#to").SelectOptionAsync("Ana Ruiz");
        await owner.Page.Locator("#due").FillAsync("2026-12-31");
        await owner.FollowAsync(owner.Page.Locator("form:has(#due) button[type=submit]"));
        await owner.AssertHeadingAsync("Who are you?");
        await owner.Page.Locator("#me").SelectOptionAsync("Ana Ruiz");
        await owner.FollowAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "That is me" }));
        await owner.AssertShowsAsync("Due 31 December 2026.");
        return number;
    }

    private static string Rewritten(string text)
    {
        var (head, body) = (text[..text.IndexOf("## What you see", StringComparison.Ordinal)], text[text.IndexOf("## What you see", StringComparison.Ordinal)..]);
        return $"{head}## Before you begin\n\nIs the old phone gone? Then you need a temporary pass: a person at the service desk gives it to you by phone, and it is good for one hour.\n\n{body}";
    }

    // People go on reading it, and few of them have to contact us.
    private async Task LiveAWeekAsync(int week)
    {
        var site = demo.Site;
        var article = site.Service<PublishedLibrary>().Whole.FindByAddress(Slug) ?? throw new InvalidOperationException("The article is gone.");
        site.Clock.Advance(TimeSpan.FromDays(7));
        var now = site.Clock.GetUtcNow();
        await site.Service<Readings>().AddAsync([.. Enumerable.Range(0, 60).Select(reader => Read(article, $"week {week} reader {reader}", now.AddDays(-3)))], CancellationToken.None);
        await site.Service<ContactBook>().KeepAsync(
            [new Contact("zendesk", $"later-{week}", $"week {week}", now.AddDays(-2)) { Article = Slug, Reason = "needs-a-person" }], CancellationToken.None);
        await demo.LookAsync();
    }

    private static NotedReading Read(Article article, string reader, DateTimeOffset at) =>
        new(new ReadingKey(reader, article.Slug, article.Revision, Readings.DayOf(at)), at, at.AddMinutes(2), 1);

    [GeneratedRegex(@"We are \d\d\s% sure that it now causes at least half again as many contacts as it should")]
    private static partial Regex SureOfIt();

    [GeneratedRegex(@"^The rewrite, KC-\d+$")]
    private static partial Regex TheRewrite();
}
