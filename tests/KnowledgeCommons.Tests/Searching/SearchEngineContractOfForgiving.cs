using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>What is found though it was typed otherwise: misspelt, as a code in another spelling, as other words, in another language.</summary>
public abstract class SearchEngineContractOfForgiving : SearchEngineContractOfLearning
{
    [Theory]
    [InlineData("pritner jam", "printer jam")]
    [InlineData("prnter", "printer")]
    [InlineData("printter jam", "printer jam")]
    [InlineData("authentcatoin", "authentication")]
    [InlineData("rpinter", "printer")]
    [InlineData("Pritner!", "printer!")]
    public async Task A_misspelt_word_is_taken_as_the_nearest_one_and_that_is_said(string typed, string taken)
    {
        var engine = await ShelvesAsync();
        var answer = engine.Search(new(typed));
        Assert.Equal(taken, answer.Corrected);
        Assert.NotEmpty(answer.Hits);
        Assert.Null(engine.Search(new(taken)).Corrected);
        Assert.Null(engine.Search(new(typed) { IsLiteral = true }).Corrected);
    }

    [Theory]
    [InlineData("prnt")]
    [InlineData("xqzvwy")]
    [InlineData("0x8007005")]
    [InlineData("KB5034442")]
    [InlineData("ERR-43")]
    public async Task Short_words_and_codes_are_never_corrected(string typed) => Assert.Null((await ShelvesAsync()).Search(new(typed)).Corrected);

    [Theory]
    [InlineData("0x80070005", "denied")]
    [InlineData("80070005", "denied")]
    [InlineData("0X80070005", "denied")]
    [InlineData("it says (0x80070005) again", "denied")]
    [InlineData("KB5034441", "update")]
    [InlineData("kb5034441", "update")]
    [InlineData("5034441", "update")]
    [InlineData("KB-5034441", "update")]
    [InlineData("KB 5034441", "update")]
    [InlineData("ERR-42", "build")]
    [InlineData("err42", "build")]
    [InlineData("err 42", "build")]
    [InlineData("AADSTS50076", "factor")]
    [InlineData("50076", "factor")]
    [InlineData("Error AADSTS50076: Due to a configuration change made by your administrator", "factor")]
    [InlineData("10.0.19045", "version")]
    public async Task A_code_is_found_in_any_spelling(string typed, string found) => Assert.Equal(found, (await ShelvesAsync()).Search(new(typed)).Slugs()[0]);

    [Theory]
    [InlineData("wi fi", "wifi")]
    [InlineData("wifi", "wifi")]
    [InlineData("hotspot", "hot-spot")]
    [InlineData("hot spot", "hot-spot")]
    [InlineData("log in", "login")]
    [InlineData("login", "login")]
    public async Task Words_may_be_written_together_or_apart(string typed, string found) => Assert.Equal(found, (await ShelvesAsync()).Search(new(typed)).Slugs()[0]);

    [Fact]
    public async Task Articles_for_operators_stand_behind_those_for_everybody()
    {
        var engine = Engine();
        IndexedArticle[] articles =
        [
            Shelved.Article("run/mail", "Mail settings", "Mail settings of the site, and mail."),
            Shelved.Article("mail/stuck", "Mail settings on a phone", "Mail settings.")
        ];
        Topic everybody = new("mail", "Mail", "", 1, null), operators = new("run", "Running it", "", 2, null);
        foreach (var (isForOperators, version, first) in ((bool, string, string)[])[(false, "v1", "run/mail"), (true, "v2", "mail/stuck")])
        {
            var library = Shelved.Library(version, articles, everybody, operators with { IsForOperators = isForOperators });
            await engine.ApplyAsync(new LibraryChange(library, isForOperators ? [] : articles, [], IsWhole: !isForOperators), CancellationToken.None);
            Assert.Equal(first, engine.Search(new("mail settings")).Slugs()[0]);
            Assert.Equal(first, engine.Suggest("mail s", 5)[0].Slug.Value);
            Assert.Equal(2, engine.Search(new("mail settings")).Total);
            Assert.Equal(isForOperators ? ["mail"] : ["mail", "run"], engine.NearestTopics("mailx settingsx", 5).Select(topic => topic.Key));
        }
    }

    [Fact]
    public async Task Synonyms_find_each_other_and_one_way_lines_only_their_own_way()
    {
        var engine = Engine();
        IndexedArticle[] articles = [Shelved.Article("printer", "Printer jam", "Text."), Shelved.Article("screen", "Projector stays dark", "Text."), Shelved.Article("device", "Device list", "Text.")];
        var library = new Library("v1", articles.Select(each => each.Article), [], People.Nobody, [], new Dictionary<string, Slug>())
        {
            Synonyms = [new(null, ["beamer", "projector"], []), new(null, ["printer"], ["device"]), new(null, ["blue screen", "stop error"], [])]
        };
        await engine.ApplyAsync(new LibraryChange(library, articles, [], IsWhole: true), CancellationToken.None);
        Assert.Equal(["screen"], engine.Search(new("beamer")).Slugs());
        Assert.Equal(["screen"], engine.Search(new("beamers")).Slugs());
        Assert.Equal(["printer", "device"], engine.Search(new("printer")).Slugs());
        Assert.Equal(["device"], engine.Search(new("device")).Slugs());
    }

    [Theory]
    [InlineData("beamer", "en-projector", "all-beamer")]
    [InlineData("bleibt beamer", "all-beamer", "de-projector", "en-projector")]
    [InlineData("leinwand", "de-projector", "at-projector")]
    [InlineData("blue screen", "en-stop")]
    [InlineData("bluescreen", "en-stop")]
    [InlineData("cafeteria", "all-canteen")]
    [InlineData("ecran")]
    public async Task Synonyms_of_a_language_hold_for_articles_in_it_only(string typed, params string[] found)
    {
        var engine = Engine();
        IndexedArticle[] articles =
        [
            In("en", "en-projector", "Projector stays dark"), In("de", "de-projector", "Projector bleibt dunkel"), In("de-AT", "at-projector", "Der Projector"),
            In("fr", "all-beamer", "Beamer"), In("en", "en-stop", "Stop error"), In("de", "de-stop", "Stop error"), In("de", "all-canteen", "Kantine")
        ];
        var library = new Library("v1", articles.Select(each => each.Article), [], People.Nobody, [], new Dictionary<string, Slug>())
        {
            Synonyms =
            [
                new("en", ["beamer", "projector"], []), new("de", ["leinwand"], ["projector"]), new("en", ["blue screen", "stop error"], []),
                new(null, ["cafeteria", "kantine"], []), new("es", ["ecran", "projector"], [])
            ]
        };
        await engine.ApplyAsync(new LibraryChange(library, articles, [], IsWhole: true), CancellationToken.None);
        Assert.Equal(found.Order(), engine.Search(new(typed)).Slugs().Order());

        static IndexedArticle In(string language, string path, string title) => Shelved.Article(path, title, "Text.").With(article => article with { Language = language });
    }

    [Theory]
    [InlineData("drucker", "Drucker")]
    [InlineData("Druckern", "Drucker")]
    [InlineData("kennwoerter", "Kennwörter")]
    [InlineData("Kennwörtern", "Kennwörter")]
    [InlineData("einstellung", "Einstellungen")]
    public async Task German_is_found_in_all_its_forms(string typed, string marked)
    {
        var german = Shelved.Article("de", "Anleitung", $"Die {marked} sind da.").With(article => article with { Language = "de" });
        var hit = Assert.Single((await FilledAsync(german, Shelved.Article("en", "Instructions", "Text."))).Search(new(typed)).Hits);
        Assert.Equal($"Die [{marked}] sind da.", hit.Snippet.Read());
    }

    [Theory]
    [InlineData("打印机", "[打印机]无法连接网络")]
    [InlineData("无法连接", "打印机[无法连接]网络")]
    [InlineData("网络", "打印机无法连接[网络]")]
    public async Task Chinese_is_found_by_any_part_of_a_sentence(string typed, string read)
    {
        var engine = await FilledAsync(Shelved.Article("zh", "说明", "打印机无法连接网络").With(article => article with { Language = "zh" }), Shelved.Article("en", "Printer", "Text."));
        Assert.Equal(read, Assert.Single(engine.Search(new(typed)).Hits).Snippet.Read());
    }

    [Fact]
    public async Task Articles_in_the_readers_language_come_first()
    {
        var engine = await FilledAsync(
            Shelved.Article("en", "VPN", "Text about VPN."),
            Shelved.Article("de", "Fernzugang", "Text über VPN.").With(article => article with { Language = "de" }));
        Assert.Equal(["en", "de"], engine.Search(new("vpn")).Slugs());
        Assert.Equal(["en", "de"], engine.Search(new("vpn") { ReaderLanguage = "en" }).Slugs());
        Assert.Equal(["de", "en"], engine.Search(new("vpn") { ReaderLanguage = "de" }).Slugs());
    }

    [Fact]
    public async Task Sections_are_suggested_behind_titles_when_their_headings_are_their_own()
    {
        var engine = await FilledAsync(
            Shelved.Article("a", "Printer jam", "Text.", "Clean the rollers: Text.", "More help: Text."),
            Shelved.Article("b", "Cleaning day", "Text.", "More help: Text."),
            Shelved.Article("c", "Scanner", "Text.", "More help: Text."));
        Assert.Equal(["Cleaning day", "Clean the rollers"], engine.Suggest("clean", 5).Select(found => found.Section?.Heading ?? found.Title));
        Assert.Empty(engine.Suggest("more help", 5));
    }

    [Fact]
    public async Task What_a_narrowing_would_leave_is_counted()
    {
        var engine = await FilledAsync(
            Shelved.Article("net/a", "VPN", "Text.").With(article => article with { AppliesTo = ["Windows"] }),
            Shelved.Article("net/b", "VPN", "Text.").With(article => article with { Language = "de" }),
            Shelved.Article("c", "VPN", "Text.").With(article => article with { AppliesTo = ["macOS"] }));
        var counts = engine.Search(new("vpn")).Counts;
        Assert.Equal(2, counts.Topics["net"]);
        Assert.Equal((2, 2), (counts.Platforms["windows"], counts.Platforms["macos"]));
        Assert.Equal((2, 1), (counts.Languages["en"], counts.Languages["de"]));
    }

    private Task<ISearchEngine> ShelvesAsync() => FilledAsync(
        Shelved.Article("printer", "Printer jam", "Open the tray."),
        Shelved.Article("denied", "Access is denied", "The code is 0x80070005."),
        Shelved.Article("update", "Update fails", "After KB5034441 it stops."),
        Shelved.Article("build", "Build stops", "It shows ERR-42."),
        Shelved.Article("factor", "Second factor", "AADSTS50076 means multi-factor authentication.", "Authentication: Text."),
        Shelved.Article("version", "Which version", "Windows 10.0.19045 is needed."),
        Shelved.Article("wifi", "Wifi is slow", "Text."),
        Shelved.Article("hot-spot", "Use your phone as a hot spot", "Text."),
        Shelved.Article("login", "Login page loops", "Text."));
}
