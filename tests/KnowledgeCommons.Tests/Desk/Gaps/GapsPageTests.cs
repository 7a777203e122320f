using AngleSharp.Dom;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;
using KnowledgeCommons.Server.Desk;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Tests.Searching;

namespace KnowledgeCommons.Tests.Desk.Gaps;

public sealed class GapsPageTests
{
    [Fact]
    public async Task A_gap_has_one_click_to_a_draft_and_one_to_the_synonyms()
    {
        await using var site = await SearchSite.StartAsync("--Content:EditUrl=https://github.com/acme/kb/edit/main/articles/{path}");
        var row = await GapAsync(site, "frobnicator & <3");
        Assert.Equal("frobnicator 3", row.QuerySelector("th a")?.TextContent);
        Assert.Equal("/search?q=frobnicator%203", row.QuerySelector("th a")?.GetAttribute("href"));
        Assert.Equal(["0", "3", "3", "0", "0"], row.QuerySelectorAll("td.number").Select(cell => cell.TextContent));
        Assert.Equal(
            ["https://github.com/acme/kb/new/main/articles?filename=frobnicator-3.md&value="
                + "---%0Atitle%3A%20%27frobnicator%203%27%0Asymptoms%3A%20%5B%27frobnicator%203%27%5D%0Astatus%3A%20draft%0A---%0A%0A",
                "https://github.com/acme/kb/edit/main/articles/_synonyms.yml"],
            row.Links("td a"));
        Assert.Equal("Draft an article for “frobnicator 3”", row.QuerySelector("td a")?.TextContent);
    }

    [Fact]
    public async Task Without_a_forge_the_file_and_the_line_are_there_to_copy()
    {
        await using var site = await SearchSite.StartAsync();
        var row = await GapAsync(site, "frobnicator");
        Assert.Empty(row.Links("td a"));
        Assert.Equal(["frobnicator.md", "_synonyms.yml"], row.QuerySelectorAll("details p code").Select(name => name.TextContent));
        Assert.Equal(
            ["---\ntitle: 'frobnicator'\nsymptoms: ['frobnicator']\nstatus: draft\n---\n\n", "  - frobnicator => the words your article uses"],
            row.QuerySelectorAll("details pre").Select(text => text.TextContent));
        Assert.Equal("1", (await site.Client.PageAsync("/desk")).QuerySelectorAll(".number strong")[2].TextContent);
    }

    [Theory]
    [InlineData("https://gitlab.com/acme/help/-/edit/main/{path}", "https://gitlab.com/acme/help/-/new/main?file_name=a%20b.md")]
    [InlineData("https://git.example.com/it/help/_edit/main/{path}", "https://git.example.com/it/help/_new/main?filename=a%20b.md&value=x%26y")]
    [InlineData("https://github.com/acme/help/edit/main/kb/{path}", "https://github.com/acme/help/new/main/kb?filename=a%20b.md&value=x%26y")]
    [InlineData("https://dev.azure.com/acme/it/_git/help?version=GBmain&path=/{path}", null)]
    [InlineData(null, null)]
    public void New_files_begin_on_the_forges_whose_addresses_are_known(string? setting, string? expected) =>
        Assert.Equal(expected, new EditOptions { EditUrl = setting }.NewFileUrlOf("a b.md", "x&y"));

    [Theory]
    [InlineData("teams no sound", "teams-no-sound.md")]
    [InlineData("\"']: {{ *&!", "new-article.md")]
    [InlineData("../../etc/passwd", "etc-passwd.md")]
    [InlineData("wlan für gäste", "wlan-für-gäste.md")]
    public void Whatever_was_typed_the_draft_can_be_read_and_is_named_after_it(string words, string path)
    {
        var remedy = GapRemedy.For(words, "x");
        var metadata = Read(remedy);
        Assert.Equal((path, words, ArticleStatus.Draft), (remedy.DraftPath, metadata.Title, metadata.Status));
        Assert.Equal([words], metadata.Symptoms);
    }

    [Fact]
    public void A_long_text_makes_a_short_name_and_title()
    {
        var remedy = GapRemedy.For(string.Join(' ', Enumerable.Repeat("word", 100)), "x");
        Assert.InRange(remedy.DraftPath.Length, 50, 63);
        Assert.InRange(Read(remedy).Title?.Length ?? 0, 90, 100);
        Assert.InRange(GapRemedy.For(string.Concat(Enumerable.Repeat("😀", 250)), "x").DraftPath.Length, 4, 63);
    }

    private static Metadata Read(GapRemedy remedy)
    {
        var (fields, unread) = FrontMatterReader.Read(FrontMatterBlock.Cut(remedy.Draft).Yaml ?? "", remedy.DraftPath);
        var (metadata, wrong) = MetadataReader.Read(fields, remedy.DraftPath);
        Assert.Empty(unread.Concat(wrong));
        return metadata;
    }

    private static async Task<IElement> GapAsync(TestSite site, string query)
    {
        for (var people = 0; people < 3; people++)
        {
            using var reader = site.NewReader();
            using var searched = await reader.GetAsync("/search?q=" + Uri.EscapeDataString(query));
        }
        return Assert.Single((await site.Client.PageAsync("/desk/searches")).QuerySelectorAll("tbody tr"));
    }
}
