using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>Where in an article a hit points, and what it shows of it.</summary>
public abstract class SearchEngineContractOfPlaces : SearchEngineContractOfChanges
{
    private static readonly string Filler = string.Concat(Enumerable.Repeat("Nothing to see in this long text about other matters. ", 40));

    [Fact]
    public async Task A_hit_points_at_the_section_that_answers()
    {
        var hit = await HitAsync("vpn on a mac", Shelved.Article("vpn", "VPN", "How to connect.", "On Windows: Open the VPN settings.", "On a Mac: Open the VPN settings of the Mac."));
        Assert.Equal(("on-a-mac", "On a Mac"), (hit.Section.Anchor, hit.Section.Heading));
        Assert.Equal("/articles/vpn#on-a-mac", hit.Url);
        Assert.Equal("Open the [VPN] settings of the [Mac].", hit.Snippet.Read());
    }

    [Fact]
    public async Task A_hit_points_at_the_article_when_its_head_says_as_much_as_any_section()
    {
        var hit = await HitAsync("vpn", Shelved.Article("vpn", "VPN", "How to connect.", "On Windows: The VPN settings, the VPN, the VPN."));
        Assert.Equal("", hit.Section.Anchor);
        Assert.Equal("/articles/vpn", hit.Url);
    }

    [Fact]
    public async Task A_symptom_that_matches_is_the_snippet()
    {
        var hit = await HitAsync("mail stuck in outbox", Shelved.Article("mail", "Mail is not sent", "Some words.").With(article => article with
        {
            Summary = "What to do when mail does not go out.",
            Symptoms = ["A red cross at the account", "Mail stays stuck in the Outbox"]
        }));
        Assert.Equal("[Mail] stays [stuck] in the [Outbox]", hit.Snippet.Read());
    }

    [Fact]
    public async Task When_only_the_title_matches_the_summary_is_the_snippet()
    {
        var hit = await HitAsync("projector", Shelved.Article("a", "Projector", "Other words.").With(article => article with { Summary = "What to do in the big room." }));
        Assert.Equal("What to do in the big room.", hit.Snippet.Read());
    }

    [Fact]
    public async Task A_snippet_is_a_short_piece_around_the_words()
    {
        var hit = await HitAsync("toner cartridge", Shelved.Article("a", "Printer", $"{Filler}Open the door and push the toner\n\n  cartridge\tin until it clicks. {Filler}"));
        var read = hit.Snippet.Read();
        Assert.Contains("push the [toner] [cartridge] in until it clicks.", read, StringComparison.Ordinal);
        Assert.StartsWith("… ", read, StringComparison.Ordinal);
        Assert.EndsWith(" …", read, StringComparison.Ordinal);
        Assert.InRange(read.Length, 120, 180);
    }

    [Fact]
    public async Task A_snippet_is_plain_text_whatever_the_article_says()
    {
        var hit = await HitAsync("alert", Shelved.Article("a", "Page", "A <script>alert(1)</script> & <mark>\u0007\u202E done"));
        Assert.Equal("A <script>[alert](1)</script> & <mark>\u202E done", hit.Snippet.Read());
    }

    [Fact]
    public async Task A_word_without_end_and_halves_of_letters_are_cut_without_breaking_a_letter()
    {
        var endless = string.Concat(Enumerable.Repeat("😀", 500));
        var hit = await HitAsync("alert", Shelved.Article("a", "Alert", endless));
        Assert.DoesNotContain('\uFFFD', hit.Snippet.Read());
        Assert.All(hit.Snippet.Runs, run => Assert.True(run.Text.IsNormalized()));
    }

    [Theory]
    [InlineData("can't", "You [can’t] log in, or [cant].")]
    [InlineData("uber", "You can’t log in, or cant.")]
    public async Task Words_are_marked_as_they_stand(string asked, string read)
    {
        var hit = await HitAsync(asked, Shelved.Article("a", "Über can’t", "You can’t log in, or cant."));
        Assert.Equal(read, hit.Snippet.Read());
    }

    [Theory]
    [InlineData("vpn", "[Remote access] with the [Cisco Secure Client], secure access needs a client.")]
    [InlineData("vpn access", "[Remote access] with the [Cisco Secure Client], secure [access] needs a client.")]
    [InlineData("remote access", "[Remote] [access] with the [Cisco Secure Client], secure [access] needs a client.")]
    public async Task Words_of_a_synonym_are_marked_only_where_they_stand_together(string asked, string read)
    {
        var article = Shelved.Article("a", "VPN and access", "Remote access with the Cisco Secure Client, secure access needs a client.");
        var library = new Library("v1", [article.Article], [], People.Nobody, [], new Dictionary<string, Slug>())
        {
            Synonyms = [new(null, ["vpn", "remote access", "cisco secure client"], [])]
        };
        var engine = Engine();
        await engine.ApplyAsync(new LibraryChange(library, [article], [], IsWhole: true), CancellationToken.None);
        Assert.Equal(read, Assert.Single(engine.Search(new(asked)).Hits).Snippet.Read());
    }

    private async Task<SearchHit> HitAsync(string asked, IndexedArticle article) => Assert.Single((await FilledAsync(article)).Search(new(asked)).Hits);
}
