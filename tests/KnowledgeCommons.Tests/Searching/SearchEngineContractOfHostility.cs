using System.Diagnostics;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>Whatever is typed gets an ordinary answer, and quickly.</summary>
public abstract class SearchEngineContractOfHostility : SearchEngineContractOfPlaces
{
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Usual =>
    [
        "\"printer", "printer\"", "printer\"\"offline", "printer*", "*printer", "NEAR(printer offline)", "NEAR(printer, 5)", "printer AND offline", "printer OR NOT", "title:printer",
        "{title body}: printer", "-printer", "^printer", "printer + offline", "(printer", "printer)", "printer;--", "printer' OR 1=1; DROP TABLE article; --", "printer\0offline", "printer \uD800",
        "\uDC00printer offline", "printer 😀", "‮printer‬", "printer مرحبا", "printer\r\n\toffline", "<b>printer</b>", "printer %00 ${x} {0}"
    ];

    public static TheoryData<string> WithoutWords => ["", " ", "\t\n", "!!!", "\"", "*", "()", "---", "\0", "\uD800", "\uDFFF\uD800", "😀", "''''", "\u200B", "NEAR", "AND", "title:"];

    [Theory]
    [MemberData(nameof(Usual))]
    public async Task What_looks_like_syntax_is_only_words(string asked)
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer is offline", "Text."), Shelved.Article("b", "Scanner", "Text."));
        Assert.Equal("a", engine.Search(new(asked)).Slugs()[0]);
        Assert.NotNull(engine.Suggest(asked, 5));
        Assert.NotNull(engine.NearestTopics(asked, 5));
        Assert.Equal("v1", engine.Holds);
    }

    [Theory]
    [MemberData(nameof(WithoutWords))]
    public async Task What_has_no_word_of_the_library_has_no_hits(string asked)
    {
        var engine = await FilledAsync(Shelved.Article("a", "Printer is offline", "Text."));
        Assert.Equal(0, engine.Search(new(asked)).Total);
        Assert.Empty(engine.Suggest(asked, 5));
        Assert.NotNull(engine.NearestTopics(asked, 5));
        Assert.Equal("v1", engine.Holds);
    }

    [Fact]
    public async Task A_pasted_report_is_understood_by_its_rare_words()
    {
        var articles = Enumerable.Range(0, 200).Select(n => Shelved.Article($"a{n}", $"About thing {n}", $"The system shows a message number {n} and stops to work."));
        var engine = await FilledAsync([.. articles, Shelved.Article("spooler", "Print spooler stops", "The spooler crashes with 0x80070005.")]);
        var report = string.Concat(Enumerable.Repeat("The system shows a message and stops to work. ", 200)) + "Faulting application spooler 0x80070005";
        Assert.True(report.Length > 9_000);
        Assert.Equal("spooler", engine.Search(new(report)).Slugs()[0]);
    }

    public static TheoryData<string, string> Endless => new()
    {
        { "ten thousand characters of one word", new string('a', 10_000) },
        { "ten thousand words", string.Join(' ', Enumerable.Range(0, 10_000).Select(n => $"word{n}")) },
        { "a million characters", string.Concat(Enumerable.Repeat("printer \"* NEAR( 漢字 ", 50_000)) },
        { "a million quotes", new string('"', 1_000_000) },
        { "a million hyphens between letters", string.Concat(Enumerable.Repeat("a-", 500_000)) },
        { "a million apostrophes", string.Concat(Enumerable.Repeat("a'", 500_000)) },
        { "a million lone surrogates", new string('\uD800', 1_000_000) }
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task Texts_without_end_are_answered_quickly(string what, string asked)
    {
        var engine = await FilledAsync([.. Enumerable.Range(0, 500).Select(n => Shelved.Article($"a{n}", $"Printer a {n}", "Paper word1 word2 word3 漢字."))]);
        engine.Search(new("printer"));
        var since = Stopwatch.GetTimestamp();
        Assert.NotNull(engine.Search(new(asked)));
        Assert.NotNull(engine.Suggest(asked, 5));
        Assert.NotNull(engine.NearestTopics(asked, 5));
        Assert.True(Stopwatch.GetElapsedTime(since) < Quickly, $"{what} took {Stopwatch.GetElapsedTime(since)}.");
        Assert.Equal("v1", engine.Holds);
    }

    [Fact]
    public async Task A_word_may_have_a_thousand_synonyms()
    {
        var engine = Engine();
        IndexedArticle[] articles = [Shelved.Article("a", "Printer", "Text."), Shelved.Article("b", "Gadget number999x", "Text.")];
        var library = new Library("v1", articles.Select(each => each.Article), [], People.Nobody, [], new Dictionary<string, Slug>())
        {
            Synonyms = [new(null, ["printer", .. Enumerable.Range(0, 1_200).Select(n => $"number{n}x")], [])]
        };
        await engine.ApplyAsync(new LibraryChange(library, articles, [], IsWhole: true), CancellationToken.None);
        Assert.Equal(["a", "b"], engine.Search(new("printer")).Slugs().Order());
        Assert.Equal("v1", engine.Holds);
    }

    [Fact]
    public async Task Articles_may_hold_anything_too()
    {
        var odd = "nul\0here lone\uD800half ‮rtl‬ " + new string('x', 100_000) + " printer";
        var engine = await FilledAsync(Shelved.Article("a", "Odd \0 \uD800 title", odd, $"{odd[..200]}: {odd}"), Shelved.Article("b", "", ""));
        Assert.Equal(["a"], engine.Search(new("printer")).Slugs());
        Assert.Equal("v1", engine.Holds);
    }
}
