using System.Text.Json;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

/// <summary>
/// Whoever asks gets what an index would answer that never held anything but what they may see: the same hits in the same order with the same scores, counts,
/// snippets, corrections, suggestions and topics. Then nothing in an answer can tell of anything else.
/// </summary>
public abstract class SearchEngineContractOfAudiences : SearchEngineContractOfForgiving
{
    private static readonly string[] Groups = ["hr", "it", "board"];
    private static readonly string[] Common = ["printer", "network", "password", "screen", "mail", "account"];
    private static readonly string[] Rare = ["quokka", "wombat", "platypus", "kookaburra", "echidna", "bilby", "numbat", "cassowary", "thylacine", "wallaroo", "pademelon", "bandicoot"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_somebody_is_answered_is_what_an_index_without_the_rest_would_answer(int seed)
    {
        var random = new Random(seed);
        var articles = Enumerable.Range(0, 60).SelectMany(number => Random(random, number)).ToList();
        var all = await FilledAsync(articles);
        all.Learnt = Learnt(random, articles);
        foreach (var clearance in (Clearance[])[Clearance.Public, Clearance.Of(["hr"]), Clearance.Of(["it", "board"]), Clearance.Of(Groups), Clearance.Whole])
            await IsLikeAsync(all, articles, clearance, random);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nothing_of_what_is_hidden_is_found_after_changes_either(int seed)
    {
        var random = new Random(seed);
        var articles = Enumerable.Range(0, 40).SelectMany(number => Random(random, number)).ToList();
        var engine = await FilledAsync(articles);
        var changed = Enumerable.Range(20, 30).SelectMany(number => Random(random, number)).ToList();
        var gone = articles.Select(each => each.Article.Slug.Value).Distinct().Take(5).ToList();
        var now = articles.Where(each => changed.All(other => other.Article.Slug != each.Article.Slug) && !gone.Contains(each.Article.Slug.Value)).Concat(changed).ToList();
        await engine.ApplyAsync(Shelved.Change("v2", changed, gone), CancellationToken.None);
        foreach (var clearance in (Clearance[])[Clearance.Public, Clearance.Of(["board"])])
        {
            var seen = now.Where(each => each.Article.Gate.IsOpenTo(clearance)).ToDictionary(each => each.Article.Slug);
            foreach (var word in Rare.Concat(Common))
            {
                var answer = engine.Search(new(word, 60) { Clearance = clearance });
                Assert.All(answer.Hits, hit => Assert.Equal(seen[hit.Slug].Article.Title, hit.Title));
                Assert.Equal(seen.Values.Count(each => Text(each).Contains(word, StringComparison.Ordinal)), answer.Corrected is null ? answer.Total : 0);
                Assert.All(engine.Suggest(word, 9, clearance), found => Assert.True(seen.ContainsKey(found.Slug)));
            }
        }
    }

    [Fact]
    public async Task A_word_that_stands_only_in_what_is_hidden_is_no_word()
    {
        var secret = Shelved.Article("secret", "The zanzibarian merger", "More: zanzibarian matters").With(article => article with { Gate = Of("board") });
        var engine = await FilledAsync(secret, Shelved.Article("open", "Zanzibarion travel", "Text."));
        var board = Clearance.Of(["board"]);
        Assert.Equal(["secret"], engine.Search(new("zanzibarian") { Clearance = board }).Slugs());
        Assert.Null(engine.Search(new("zanzibarian") { Clearance = board }).Corrected);
        var outside = engine.Search(new("zanzibarian"));
        Assert.Equal(("zanzibarion", 1), (outside.Corrected, outside.Total));
        Assert.Equal("zanzibarion", engine.Search(new("zanzibarien")).Corrected);
        Assert.Empty(engine.Suggest("zanzibarian", 5));
        Assert.Empty(engine.Suggest("merg", 5));
        Assert.Single(engine.Suggest("merg", 5, board));
        Assert.True(engine.Findable(board)("secret"));
        Assert.False(engine.Findable()("secret"));
    }

    private async Task IsLikeAsync(ISearchEngine all, IReadOnlyList<IndexedArticle> articles, Clearance clearance, Random random)
    {
        List<IndexedArticle> seen = [.. articles.Where(each => each.Article.Gate.IsOpenTo(clearance))];
        var folder = Directory.CreateDirectory(Path.Combine(Folder, Guid.NewGuid().ToString("N"))).FullName;
        var alone = Open(folder);
        using var closing = alone as IDisposable;
        await alone.ApplyAsync(Shelved.Whole("v1", seen), CancellationToken.None);
        alone.Learnt = all.Learnt.OnlyOf(Seen(seen));
        foreach (var query in Queries(random))
        {
            Assert.Equal(Told(alone.Search(new(query) { Clearance = clearance })), Told(all.Search(new(query) { Clearance = clearance })));
            Assert.Equal(Told(alone.Suggest(query, 8, clearance)), Told(all.Suggest(query, 8, clearance)));
            Assert.Equal(Told(alone.NearestTopics(query, 5, clearance)), Told(all.NearestTopics(query, 5, clearance)));
        }
        Assert.Equal(Told(alone.ScopeFor(clearance)), Told(all.ScopeFor(clearance)));
    }

    private static IndexFacts Seen(IReadOnlyList<IndexedArticle> seen) =>
        IndexFacts.None.With([], [.. seen.Select((each, place) => KeyValuePair.Create((long)place + 1, Facet.Of(each.Article)))], []);

    private static IEnumerable<string> Queries(Random random)
    {
        foreach (var word in Rare.Concat(Common)) yield return word;
        for (var count = 0; count < 30; count++)
        {
            var words = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(2) == 0 ? Rare[random.Next(Rare.Length)] : Common[random.Next(Common.Length)]);
            var text = string.Join(' ', words);
            // A slip of the finger, or a word that is not typed to its end.
            yield return random.Next(3) switch { 0 => text.Remove(random.Next(text.Length), 1), 1 => text[..^Math.Min(3, text.Length - 1)], _ => text };
        }
    }

    // Some are seen in two ways: with and without a part for some people only.
    private static IEnumerable<IndexedArticle> Random(Random random, int number)
    {
        var whole = random.Next(4) switch { 0 => Of("hr"), 1 => Of("it", "board"), _ => Gate.Open };
        var article = Make(random, number, whole);
        if (random.Next(5) > 0) return [article];
        var only = Audience.Of([Groups[random.Next(Groups.Length)]]);
        var cut = Make(random, number, new Gate(whole.For, [only]));
        return [article.With(each => each with { Gate = new Gate([.. whole.For, only], []) }), cut.With(each => each with { Revision = article.Article.Revision })];
    }

    private static IndexedArticle Make(Random random, int number, Gate gate)
    {
        var sections = Enumerable.Range(0, random.Next(1, 4)).Select(place => $"{Words(2)} {place}: {Words(random.Next(3, 30))}").ToList();
        return Shelved.Article($"topic{number % 5}/a{number}", Words(random.Next(1, 5)), sections).With(article => article with
        {
            Gate = gate,
            Summary = Words(4),
            AppliesTo = number % 3 == 0 ? ["windows"] : [],
            Language = number % 7 == 0 ? "de" : "en"
        });

        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? Rare[random.Next(Rare.Length)] : Common[random.Next(Common.Length)]));
    }

    private static LearntAnswers Learnt(Random random, IReadOnlyList<IndexedArticle> articles)
    {
        var now = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        var answers = Enumerable.Range(0, 200).Select(number => new ConfirmedAnswer(
            articles[random.Next(articles.Count)].Article.Id, $"reader{number % 40}", $"{Rare[random.Next(Rare.Length)]} {Common[random.Next(Common.Length)]}", now.AddDays(-random.Next(100)), random.Next(6) > 0));
        return LearntAnswers.Of([.. answers], now);
    }

    private static Gate Of(params string[] groups) => new([Audience.Of(groups)], []);

    private static string Text(IndexedArticle each) =>
        string.Join(' ', [each.Article.Title, each.Article.Summary, .. each.Article.Sections.Select(section => section.Heading), .. each.SectionTexts]);

    private static string Told(object said) => JsonSerializer.Serialize(said, new JsonSerializerOptions { IncludeFields = true, WriteIndented = true });
}
