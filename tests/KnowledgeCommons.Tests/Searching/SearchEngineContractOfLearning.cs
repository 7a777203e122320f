using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>How earlier answers change what is found, and what they cannot do.</summary>
public abstract class SearchEngineContractOfLearning : SearchEngineContractOfHostility
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Words_that_an_article_answered_lead_to_it_though_it_has_none_of_them()
    {
        var engine = await ShelvesAsync();
        Assert.Equal(["login"], engine.Search(new("the gadget with the numbers")).Slugs());
        engine.Learnt = Said("code", "the gadget with the numbers", days: 3);
        Assert.Equal("code", engine.Search(new("the gadget with numbers")).Slugs()[0]);
        Assert.Equal("code", engine.Search(new("numbers gadget on my phone")).Slugs()[0]);
    }

    [Fact]
    public async Task What_was_learnt_never_stands_in_a_snippet()
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Said("code", "blinkenlights wont blink", days: 5);
        var hit = Assert.Single(engine.Search(new("blinkenlights")).Hits);
        Assert.Equal("code", hit.Slug.Value);
        Assert.DoesNotContain("blinken", hit.Snippet.Read(), StringComparison.OrdinalIgnoreCase);
        Assert.True(hit.Standing is { Text: 0, Learnt.Strength: > 0, Learnt.Votes: > 4 and <= 5 });
    }

    [Fact]
    public async Task One_vote_does_not_take_the_place_of_the_article_that_says_it()
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Said("code", "printer paper jam", days: 1);
        Assert.Equal(["printer", "code"], engine.Search(new("printer paper jam")).Slugs());
    }

    [Fact]
    public async Task One_pseudonym_cannot_stuff_the_box()
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Learnt(Enumerable.Range(0, 300).Select(n => new ConfirmedAnswer("code", "mallory", $"printer paper jam {n}", Now.AddDays(-n / 3.0), Fixed: true)));
        Assert.Equal("printer", engine.Search(new("printer paper jam")).Slugs()[0]);
    }

    [Fact]
    public async Task A_thousand_fresh_pseudonyms_in_a_day_cannot_stuff_the_box()
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Learnt(Enumerable.Range(0, 1000).Select(n => new ConfirmedAnswer("code", $"fresh {n}", $"printer paper jam", Now.AddSeconds(-n), Fixed: true)));
        Assert.Equal("printer", engine.Search(new("printer paper jam")).Slugs()[0]);
        Assert.InRange(engine.Search(new("printer paper jam")).Hits[1].Standing.Learnt.Votes, 0.9, 1);
    }

    [Fact]
    public async Task Answers_that_did_not_help_count_against_an_article()
    {
        var engine = await ShelvesAsync();
        var helped = Days("code", "screen stays dark", 4, "helped");
        engine.Learnt = Learnt(helped);
        Assert.Equal(["code"], engine.Search(new("screen stays dark")).Slugs());
        engine.Learnt = Learnt([.. helped, .. Days("code", "screen stays dark", 5, "failed").Select(answer => answer with { Fixed = false })]);
        Assert.Empty(engine.Search(new("screen stays dark")).Slugs());
    }

    [Fact]
    public async Task A_new_article_that_says_it_overtakes_old_evidence_with_evidence_of_its_own()
    {
        var engine = await ShelvesAsync();
        var old = Days("code", "no sound in meetings", 20, "old").Select(answer => answer with { At = answer.At.AddYears(-2) }).ToList();
        await engine.ApplyAsync(Shelved.Change("v2", [Shelved.Article("sound", "No sound in meetings", "Choose the loudspeaker.")]), CancellationToken.None);
        engine.Learnt = Learnt([.. old, .. Days("sound", "no sound in meetings", 3, "new")]);
        Assert.Equal("sound", engine.Search(new("no sound in meetings")).Slugs()[0]);
    }

    [Fact]
    public async Task Evidence_follows_an_article_through_a_rename_and_outlives_a_rebuilt_index()
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Said("code", "blinkenlights wont blink", days: 3);
        var renamed = Shelved.Article("security/second-factor", "Second factor", "Text.").With(article => article with { Id = "code" });
        await engine.ApplyAsync(Shelved.Change("v2", [renamed], "code"), CancellationToken.None);
        Assert.Equal(["security/second-factor"], engine.Search(new("blinkenlights")).Slugs());
        await engine.ApplyAsync(Shelved.Whole("v3", renamed), CancellationToken.None);
        Assert.Equal(["security/second-factor"], engine.Search(new("blinkenlights")).Slugs());
    }

    [Fact]
    public async Task Evidence_for_an_article_that_is_gone_or_filtered_out_shows_nothing()
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Learnt([.. Days("gone", "blinkenlights", 3, "a"), .. Days("code", "blinkenlights", 3, "b")]);
        Assert.Equal(["code"], engine.Search(new("blinkenlights")).Slugs());
        Assert.Empty(engine.Search(new("blinkenlights", Topic: "elsewhere")).Slugs());
    }

    [Theory]
    [InlineData(5, 1, "blinkenlights")]
    [InlineData(5, 0, null)]
    [InlineData(4, 1, null)]
    public async Task A_word_that_many_were_helped_with_on_several_days_corrects_others_and_a_few_peoples_does_not(int people, int daysApart, string? taken)
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Learnt(Enumerable.Range(0, people).Select(n => new ConfirmedAnswer("code", $"reader {n}", "blinkenlights", Now.AddDays(-n * daysApart), Fixed: true)));
        var answer = engine.Search(new("blinkenlihgts"));
        Assert.Equal(taken, answer.Corrected);
        Assert.Equal(taken is null ? [] : ["code"], answer.Slugs());
    }

    [Fact]
    public async Task Words_of_the_library_are_taken_before_learnt_ones_that_are_as_near()
    {
        var engine = await ShelvesAsync();
        engine.Learnt = Said("code", "prunter", days: 6);
        Assert.Equal("printer", engine.Search(new("prxnter")).Corrected);
    }

    private Task<ISearchEngine> ShelvesAsync() => FilledAsync(
        Shelved.Article("printer", "Paper jam in the printer", "Open the tray."),
        Shelved.Article("code", "Second factor", "Text."),
        Shelved.Article("login", "Sign in", "A gadget."));

    private static LearntAnswers Said(string article, string asked, int days) => Learnt(Days(article, asked, days, article));

    private static List<ConfirmedAnswer> Days(string article, string asked, int days, string reader) =>
        [.. Enumerable.Range(0, days).Select(day => new ConfirmedAnswer(article, $"{reader} {day}", asked, Now.AddDays(-day), Fixed: true))];

    private static LearntAnswers Learnt(IEnumerable<ConfirmedAnswer> answers) => LearntAnswers.Of([.. answers], Now);
}
