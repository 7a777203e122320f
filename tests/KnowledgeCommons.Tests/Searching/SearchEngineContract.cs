using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>What every search engine has to do. A subclass says how one is opened over a folder; the same folder holds the same index.</summary>
public abstract class SearchEngineContract : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-index-").FullName;
    private readonly List<IDisposable> _opened = [];

    private protected string Folder => _folder;

    private protected abstract ISearchEngine Open(string folder);

    private protected ISearchEngine Engine()
    {
        var engine = Open(_folder);
        if (engine is IDisposable disposable) _opened.Add(disposable);
        return engine;
    }

    private protected async Task<ISearchEngine> FilledAsync(params IReadOnlyList<IndexedArticle> articles)
    {
        var engine = Engine();
        await engine.ApplyAsync(Shelved.Whole("v1", articles), CancellationToken.None);
        return engine;
    }

    /// <summary>An index of 200 articles is spoilt while nobody has it open: it answers with nothing until it is filled again.</summary>
    private protected async Task IsMadeAnewAsync(string what, Action spoil)
    {
        (await FilledAsync([.. Enumerable.Range(0, 200).Select(n => Shelved.Article($"a{n}", "Printer", "Text."))]) as IDisposable)?.Dispose();
        spoil();
        var engine = Engine();
        engine.Search(new("printer"));
        Assert.True(engine.Holds is null, what);
        Assert.Equal(0, engine.Search(new("printer")).Total);
        await engine.ApplyAsync(Shelved.Whole("v2", Shelved.Article("b", "Printer", "Text.")), CancellationToken.None);
        Assert.Equal("v2", engine.Holds);
        Assert.Equal(["b"], engine.Search(new("printer")).Slugs());
    }

    [Fact]
    public void A_new_index_holds_nothing_and_still_answers()
    {
        var engine = Engine();
        Assert.Null(engine.Holds);
        Assert.Equal(0, engine.Search(new("printer")).Total);
        Assert.Empty(engine.Suggest("pri", 5));
        Assert.Empty(engine.NearestTopics("printer", 5));
        Assert.Same(SearchScope.Nothing, engine.ScopeFor());
    }

    [Fact]
    public async Task A_title_counts_more_than_a_symptom_and_a_symptom_more_than_the_body()
    {
        var engine = await FilledAsync(
            Shelved.Article("a", "Monitor", "Sometimes a projector is meant by that."),
            Shelved.Article("b", "Screens", "About screens.").With(article => article with { Symptoms = ["projector stays black"] }),
            Shelved.Article("c", "Projector", "About other things."));
        Assert.Equal(["c", "b", "a"], engine.Search(new("projector")).Slugs());
    }

    [Fact]
    public async Task Other_names_summary_and_headings_are_found_too()
    {
        var engine = await FilledAsync(
            Shelved.Article("a", "Monitor", "Text.").With(article => article with { AlsoCalled = ["beamer"] }),
            Shelved.Article("b", "Notebook", "Text.").With(article => article with { Summary = "The lid of a laptop." }),
            Shelved.Article("c", "Phone", "Text.", "Change the battery: Text."));
        Assert.Equal(["a"], engine.Search(new("beamer")).Slugs());
        Assert.Equal(["b"], engine.Search(new("laptop lid")).Slugs());
        Assert.Equal(["c"], engine.Search(new("battery")).Slugs());
    }

    [Theory]
    [InlineData("printing", "The printer prints")]
    [InlineData("password resets", "Reset your passwords")]
    [InlineData("ZURÜCKSETZEN", "Passwort zurücksetzen")]
    [InlineData("zurucksetzen", "Passwort zurücksetzen")]
    [InlineData("café", "The cafe wifi")]
    [InlineData("cant", "I can't log in")]
    [InlineData("can't", "I can’t log in")]
    [InlineData("can’t", "Why you cant log in")]
    [InlineData("can´t log in", "I can't log in")]
    [InlineData("the user's mailbox", "Users and their mailbox")]
    public async Task Endings_accents_capitals_and_apostrophes_do_not_matter(string asked, string title)
    {
        var engine = await FilledAsync(Shelved.Article("a", title, "Text."), Shelved.Article("b", "Something else", "Other."));
        Assert.Equal(["a"], engine.Search(new(asked)).Slugs());
    }

    [Fact]
    public async Task A_code_with_a_hyphen_is_one_thing_to_look_for()
    {
        var engine = await FilledAsync(
            Shelved.Article("a", "When it shows ERR-42", "Text."),
            Shelved.Article("b", "42 tips", "An err is human. Build 42 too."));
        var answer = engine.Search(new("ERR-42", Limit: 1));
        Assert.Equal(["a"], answer.Slugs());
        Assert.Equal(["a"], engine.Search(new("err-42", Limit: 1)).Slugs());
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public async Task Articles_with_all_words_come_first_and_those_with_some_follow()
    {
        var engine = await FilledAsync(
            Shelved.Article("some", "Outlook Outlook Outlook", "Outlook."),
            Shelved.Article("all", "Mail", "A long text about other things, in which Outlook is named once and so is a calendar that nobody shares."),
            Shelved.Article("none", "Printer", "Paper."));
        var answer = engine.Search(new("outlook calendar"));
        Assert.Equal(["all", "some"], answer.Slugs());
        Assert.Equal(2, answer.Total);
        Assert.True(answer.Hits[0].Score > answer.Hits[1].Score);
    }

    [Fact]
    public async Task Small_words_are_passed_over_while_others_remain()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Reset a password", "Text."), Shelved.Article("b", "How do I do the things I do", "How do I?"));
        Assert.Equal(["a"], engine.Search(new("how do I reset the password")).Slugs());
        Assert.Equal(["b"], engine.Search(new("how do I")).Slugs());
    }

    [Fact]
    public async Task Words_that_no_article_has_do_not_hide_those_with_the_others()
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer is offline", "Text."), Shelved.Article("b", "Printer paper", "Text."));
        Assert.Equal("a", engine.Search(new("qwertzuiop printer offline zzz")).Slugs()[0]);
    }

    [Fact]
    public async Task A_rare_word_is_found_though_the_common_one_beside_it_is_elsewhere()
    {
        var common = Enumerable.Range(0, 2_600).Select(n => Shelved.Article($"a{n}", "Error", "Text."));
        var engine = await FilledAsync([.. common, Shelved.Article("rare", "Memory dump", "The code is 0xd0000147.")]);
        Assert.Equal("rare", engine.Search(new("error 0xd0000147")).Slugs()[0]);
    }

    [Fact]
    public async Task The_total_counts_all_and_pages_follow_each_other_without_gap_or_repetition()
    {
        var engine = await FilledAsync([.. Enumerable.Range(0, 37).Select(n => Shelved.Article($"a{n}", $"Printer {n}", "Paper jam."))]);
        var first = engine.Search(new("printer", Limit: 20));
        var second = engine.Search(new("printer", Limit: 20, Offset: 20));
        Assert.Equal((37, 37), (first.Total, second.Total));
        Assert.Equal(37, first.Slugs().Concat(second.Slugs()).Distinct().Count());
        var beyond = engine.Search(new("printer", Limit: 20, Offset: 40));
        Assert.Equal((37, 0), (beyond.Total, beyond.Hits.Count));
    }

    [Fact]
    public async Task Filters_narrow_hits_and_total()
    {
        var engine = await FilledAsync(
            Shelved.Article("network/vpn/a", "VPN", "Text.").With(article => article with { AppliesTo = ["windows", "macOS"] }),
            Shelved.Article("network/b", "VPN", "Text.").With(article => article with { AppliesTo = ["android"], Language = "de" }),
            Shelved.Article("networking/c", "VPN", "Text.").With(article => article with { Language = "de-AT" }),
            Shelved.Article("d", "VPN", "Text."));
        Assert.Equal(["network/b", "network/vpn/a"], engine.Search(new("vpn", Topic: "network")).Slugs().Order());
        Assert.Equal(["network/vpn/a"], engine.Search(new("vpn", Topic: "network/vpn")).Slugs());
        Assert.Equal(["d", "network/vpn/a", "networking/c"], engine.Search(new("vpn", Platform: "MacOS")).Slugs().Order());
        Assert.Equal(["network/b", "networking/c"], engine.Search(new("vpn", Language: "DE")).Slugs().Order());
        Assert.Equal(["network/b"], engine.Search(new("vpn", Topic: "network", Language: "de")).Slugs());
        Assert.Equal(1, engine.Search(new("vpn", Topic: "network", Language: "de")).Total);
        Assert.Equal(0, engine.Search(new("vpn", Topic: "' OR 1=1 --")).Total);
    }

    [Fact]
    public async Task Suggestions_complete_words_of_titles_and_those_that_start_so_come_first()
    {
        var engine = await FilledAsync(
            Shelved.Article("a", "A slow printer", "Text."),
            Shelved.Article("b", "Printing from a phone", "Text."),
            Shelved.Article("c", "Print", "Text."),
            Shelved.Article("d", "Scanner", "A text that says printer."));
        Assert.Equal(["Print", "Printing from a phone", "A slow printer"], engine.Suggest("prin", 5).Select(found => found.Title));
        Assert.Equal(["Printing from a phone"], engine.Suggest("printing ph", 5).Select(found => found.Title));
        Assert.Equal(["Printing from a phone"], engine.Suggest("phone printin", 5).Select(found => found.Title));
        Assert.Equal(["Print"], engine.Suggest("prin", 1).Select(found => found.Title));
        Assert.Empty(engine.Suggest("p", 5));
        Assert.Empty(engine.Suggest("\"*(", 5));
    }

    [Fact]
    public async Task What_found_nothing_is_led_to_topics_with_words_that_begin_alike_or_to_all()
    {
        var engine = Engine();
        IndexedArticle[] articles = [Shelved.Article("paper/a", "Printers", "Text."), Shelved.Article("net/b", "Cables", "Text.")];
        var library = Shelved.Library("v1", articles, new Topic("net", "Network", "", 2, null), new Topic("paper", "Printing", "", 1, null));
        await engine.ApplyAsync(new LibraryChange(library, articles, [], IsWhole: true), CancellationToken.None);
        Assert.Equal(["Printing", "Network"], engine.ScopeFor().Topics.Select(topic => topic.Title));
        Assert.Equal(["Network"], engine.NearestTopics("cablecar", 5).Select(topic => topic.Title));
        Assert.Equal(["Printing", "Network"], engine.NearestTopics("xylophone", 5).Select(topic => topic.Title));
        Assert.Equal(["Printing"], engine.NearestTopics("!!!", 1).Select(topic => topic.Title));
    }

    public void Dispose()
    {
        _opened.ForEach(engine => engine.Dispose());
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
