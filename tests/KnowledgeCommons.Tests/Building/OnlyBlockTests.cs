using System.Text;
using AngleSharp.Html.Parser;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Building;

public sealed class OnlyBlockTests : IDisposable
{
    private static readonly Clearance Technicians = Clearance.Of(["technicians"]);
    private readonly Shelves _shelves = new();

    public void Dispose() => _shelves.Dispose();

    [Fact]
    public async Task A_part_for_some_is_in_nothing_that_others_get()
    {
        _shelves.Write("key.png", [1]).Write("vpn.md",
            "---\ntitle: VPN\n---\n:::only technicians\nQuokka first.\n:::\n\nTry again.\n\n:::only Technicians, board\n## Quokka key\n\n![quokka](key.png) Press quokka.\n:::\n\n## After\n\nDone.");
        var library = (await _shelves.BuildAsync()).Library;
        var (whole, cut) = (Find(library.For(Technicians)), Find(library.For(Clearance.Public)));
        Assert.Equal(5, Count(Text(whole.Html), "uokka"));
        Assert.Equal(["Quokka key", "After"], whole.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0));
        Assert.Equal("Try again.", whole.Summary);
        Assert.DoesNotContain("uokka", Everything(cut), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Try again.", cut.Summary);
        Assert.Equal(["After"], cut.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0));
        Assert.Empty(cut.Files);
        Assert.Empty(library.For(Clearance.Public).Assets);
        Assert.StartsWith("---\ntitle: VPN\n---\n", Text(cut.Source), StringComparison.Ordinal);
        Assert.DoesNotContain(":::", Text(cut.Source), StringComparison.Ordinal);
        Assert.Contains("Quokka first.", Text(Find(library.For(Clearance.Whole)).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_for_different_people_are_told_apart_also_one_in_another()
    {
        _shelves.Write("vpn.md", "# VPN\n\nAll.\n\n:::only hr\nPay.\n\n:::only board\nBonus.\n:::\n\nMore pay.\n:::\n\n:::only board\nSale.\n:::\n\nEnd.");
        var library = (await _shelves.BuildAsync()).Library;
        Assert.Equal("All. End.", Words(library, Clearance.Public));
        Assert.Equal("All. Pay. More pay. End.", Words(library, Clearance.Of(["hr"])));
        Assert.Equal("All. Sale. End.", Words(library, Clearance.Of(["board"])));
        Assert.Equal("All. Pay. Bonus. More pay. Sale. End.", Words(library, Clearance.Of(["board", "hr"])));
    }

    [Fact]
    public async Task Whoever_sees_a_part_for_some_sees_for_whom_it_is_and_where_it_ends()
    {
        const string Written = "# A\n\n:::only Technicians, <b>\n## Keys\n\n:::for windows\nPress.\n:::\n\nTurn.\n:::\n\n## After\n\nDone.";
        var whole = Find((await _shelves.Write("vpn.md", Written).BuildAsync()).Library);
        var page = await new HtmlParser().ParseDocumentAsync(Text(whole.Html));
        var part = Assert.Single(page.QuerySelectorAll(".only"));
        Assert.Equal("<b>, technicians", string.Join(", ", (part.GetAttribute("data-only") ?? "").Split(", ").Order(StringComparer.Ordinal)));
        Assert.Equal("Press.", part.QuerySelector(".for[data-for=windows] > p:last-child")?.TextContent);
        Assert.Equal("Turn.", part.LastElementChild?.TextContent);
        Assert.Equal(["Keys", "After"], whole.Sections.Select(section => section.Heading).Where(heading => heading.Length > 0));
        Assert.Equal("After", part.NextElementSibling?.TextContent.Trim());
    }

    [Theory]
    [InlineData("# A\n\nOpen.\n\n:::only hr\nText of a paragraph\n\n- One\n:::\n\nEnd.", 1)]
    [InlineData("# A\n\nOpen.\n:::only hr\nSecret.\n:::", 0)]
    [InlineData("# A\n\n> :::only hr\n> Secret.\n> :::", 0)]
    [InlineData("# A\n\n:::only hr\nSecret.", 0)]
    [InlineData("# A\n\n:::only hr\n```\nSecret.\n```\n:::\n\n:::only hr\nMore.\n:::", 2)]
    public async Task A_frame_is_drawn_only_where_it_is_sure_to_end(string text, int frames)
    {
        var whole = Find((await _shelves.Write("vpn.md", text).BuildAsync()).Library);
        Assert.Equal(frames, Count(Text(whole.Html), "data-only"));
        Assert.DoesNotContain(":::", Text(whole.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# A\n\nOpen.\n\n:::only hr\nSecret.", "without an end")]
    [InlineData("# A\n\nOpen.\n\n:::only hr\n:::for windows\nSecret.\n:::\nSecret.", "an end that was for another block")]
    [InlineData("# A\n\nOpen.\n\n:::only hr\n```\n:::\nSecret.\n```\n:::", "three colons in code")]
    [InlineData("# A\n\nOpen.\n\n:::only hr\n- ```\n  :::\n  Secret.\n  ```\n:::", "three colons in code in a list")]
    [InlineData("# A\n\nOpen.\n\n> :::only hr\n> Secret.\n> :::", "in a quotation")]
    [InlineData("# A\n\nOpen.\n\n- One\n\n  :::only hr\n  Secret.\n  :::", "in a list")]
    [InlineData("# A\n\nOpen.\n\n1. :::only hr\n   Secret.\n   :::", "in a list's line")]
    [InlineData("# A\n\nOpen.\n\n        :::only hr\n        Secret.\n        :::", "far in")]
    [InlineData("# A\n\nOpen.\n\n<div>\n:::only hr\nSecret.\n:::\n</div>", "in HTML")]
    [InlineData("# A\r\n\r\nOpen.\r\n\r\n:::ONLY hr:::\r\nSecret.\r\n:::\r\n", "with Windows line ends and signs behind")]
    [InlineData("# A\n\nOpen.\n\n::::  only  hr\nSecret.\n::::", "with more signs and spaces")]
    [InlineData("# A\n\nOpen.\n:::only hr\nSecret.\n:::\n", "right behind a paragraph")]
    [InlineData("# A\n\nOpen.\n\n:::only hr\n```\nSecret.\n:::\nSecret.", "with code that has no end")]
    public async Task However_it_is_written_it_is_hidden(string text, string how)
    {
        var library = (await _shelves.Write("vpn.md", text).BuildAsync()).Library;
        var cut = Find(library.For(Clearance.Public));
        Assert.False(Everything(cut).Contains("Secret", StringComparison.Ordinal), how);
        Assert.Contains("Open.", Text(cut.Html), StringComparison.Ordinal);
        Assert.Contains("Secret.", Text(Find(library.For(Clearance.Of(["hr"]))).Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# A\n\n- ```\n  code without an end\n\nOpen.\n\n:::only hr\nSecret.\n:::")]
    [InlineData("# A\r\rOpen.\r\r:::only hr\rSecret.\r:::\r")]
    public async Task What_only_one_of_its_two_readers_takes_for_a_part_for_some_is_shown_to_nobody(string text)
    {
        var built = await _shelves.Write("vpn.md", text).BuildAsync();
        Assert.DoesNotContain(built.Library.For(Clearance.Public).Articles, article => Everything(article).Contains("Secret", StringComparison.Ordinal));
        Assert.Contains(built.Findings, finding => finding is { Path: "vpn.md", Rule: "only-block", Severity: Severity.Error });
    }

    [Fact]
    public async Task An_example_in_code_is_an_example()
    {
        var library = (await _shelves.Write("vpn.md", "# A\n\n```\n:::only hr\nSecret.\n:::\n```\n\nEnd.").BuildAsync()).Library;
        Assert.Contains(":::only hr", Text(Find(library.For(Clearance.Public)).Html), StringComparison.Ordinal);
        Assert.Same(library, library.For(Clearance.Public));
    }

    [Fact]
    public async Task A_revision_tells_nothing_of_what_not_all_readers_see()
    {
        var first = await RevisionsAsync("# A\n\nOpen.\n\n:::only hr\nThe code is 4711.\n:::");
        Assert.Single(first.Distinct());
        Assert.Equal(first, await RevisionsAsync("# A\n\nOpen.\n\n:::only hr\nThe code is 4712.\n:::"));
        Assert.NotEqual(first, await RevisionsAsync("# A\n\nOpen now.\n\n:::only hr\nThe code is 4712.\n:::"));
    }

    private async Task<string[]> RevisionsAsync(string text)
    {
        var library = (await _shelves.Write("vpn.md", text).BuildAsync()).Library;
        return [Find(library.For(Clearance.Public)).Revision.Value, Find(library).Revision.Value];
    }

    private static string Words(Library library, Clearance clearance) =>
        string.Join(' ', Text(Find(library.For(clearance)).Html).Split(["<a id=\"vpn\"></a>", "<div class=\"only\" data-only=\"hr\">", "<div class=\"only\" data-only=\"board\">", "</div>", "<p>", "</p>", "\n"], StringSplitOptions.RemoveEmptyEntries));

    private static Article Find(Library library) => library.Find(Slug.Parse("vpn", null)) ?? throw new InvalidOperationException("The article is gone.");

    private static string Everything(Article article) => string.Join('\n',
        Text(article.Html), Text(article.Source), article.Title, article.Summary, string.Join('\n', article.Sections.Select(section => section.Heading + section.Anchor)), string.Join('\n', article.Files));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
