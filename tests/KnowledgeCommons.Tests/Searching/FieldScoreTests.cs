using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

public sealed class FieldScoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-field-score-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("vpn")]
    [InlineData("tunnel")]
    [InlineData("everywhere")]
    public void What_stands_in_the_fields_is_scored_by_BM25F(string word)
    {
        (string Title, string Text)[] texts =
        [
            ("vpn tunnel", "everywhere vpn vpn alpha beta gamma delta"),
            ("printer", "everywhere tunnel alpha"),
            ("a much longer title about vpn", "everywhere beta"),
            ("nothing", "everywhere gamma delta epsilon zeta eta theta iota kappa tunnel tunnel tunnel")
        ];
        using var reader = Filled(texts);
        var having = texts.Count(text => Words(text.Title).Concat(Words(text.Text)).Contains(word));

        var sought = new Following(word);
        var scores = new TextScore(sought, new FieldScore(reader.Lengths), _ => having);
        var found = scores.Of(All(reader).Matching(sought, 100)).ToDictionary(each => each.Id, each => each.Score);

        Assert.Equal(having, found.Count);
        foreach (var (id, score) in found) Assert.Equal(Direct(texts, (int)id - 1, word, having), score, 9);
    }

    [Fact]
    public void Each_word_of_an_expression_is_counted_by_itself_and_where_it_stands()
    {
        using var reader = Filled([("vpn tunnel", "vpn vpn works ERR-42"), ("printer", "vpn tunnel vpn tunnel"), ("tunnel", "tunnels"), ("works", "vpn")]);
        var sought = new AllOf([new Following("vpn"), new AnyOf([new Following("vpn tunnel"), new Beginning("wor"), new CodeForm("err42")])]);

        var tally = All(reader).Matching(sought, 100);

        Assert.Equal([1L, 2, 4], Enumerable.Range(0, tally.Count).Select(tally.Id));
        Assert.Equal([new(5, 2), new(5, 0), new(0, 1), new(0, 6)], tally.Of(0).ToArray());
        Assert.Equal([new(0, 2), new(0, 2), default, default], tally.Of(1).ToArray());
        Assert.Equal([new(0, 1), default, new(5, 0), default], tally.Of(2).ToArray());
        Assert.Equal(1, All(reader).Matching(sought, 1).Count);
    }

    [Fact]
    public void What_is_asked_in_one_language_scores_in_no_other()
    {
        using var reader = Filled([("vpn", "text"), ("vpn", "text")], place => place == 0 ? "de" : "en");
        foreach (var (isOutside, best) in ((bool, long)[])[(false, 1), (true, 2)])
        {
            var sought = new AnyOf([new Within(new Following("vpn"), ["de"], isOutside), new Following("text")]);
            var scores = new TextScore(sought, new FieldScore(reader.Lengths), leaf => leaf is Following { Words: "text" } ? 2 : 1).Of(All(reader).Matching(sought, 9));
            Assert.Equal(best, scores.MaxBy(each => each.Score).Id);
        }
    }

    [Fact]
    public void Lengths_follow_articles_that_come_and_go()
    {
        using (var reader = Filled([("one", "two three"), ("four five", "six")]))
            Assert.Equal((2, (1, 2), (2, 1)), (reader.Lengths.Articles, reader.Lengths.Of(1), reader.Lengths.Of(2)));
        var file = Path.Combine(_folder, "search.db");
        using (var writer = new SqliteIndexWriter(IndexFile.OpenToChange(file)))
        {
            writer.Remove(Shelved.Article("a0", "", "").Article.Slug);
            Assert.Equal(3, writer.Add(Shelved.Article("a3", "seven", new string('x', 3) + string.Concat(Enumerable.Repeat(" word", 299)))));
            writer.Finish(Shelved.Library("v2", []));
        }
        using var after = new SqliteIndexReader(IndexFile.OpenToRead(file));
        Assert.Equal(((0, 0), (2, 1), (1, 300)), (after.ReadLengths().Of(1), after.ReadLengths().Of(2), after.ReadLengths().Of(3)));
        Assert.Equal((2, 1.5, 150.5), (after.ReadLengths().Articles, after.ReadLengths().AverageNamed, after.ReadLengths().AverageOther));
    }

    private SqliteIndexReader Filled(IReadOnlyList<(string Title, string Text)> texts, Func<int, string>? language = null)
    {
        var file = Path.Combine(_folder, "search.db");
        using (var writer = new SqliteIndexWriter(IndexFile.Create(file)))
        {
            for (var place = 0; place < texts.Count; place++) writer.Add(Shelved.Article($"a{place}", texts[place].Title, texts[place].Text)
                .With(article => article with { Language = language?.Invoke(place) ?? "en" }));
            writer.Finish(Shelved.Library("v1", []));
        }
        var reader = new SqliteIndexReader(IndexFile.OpenToRead(file));
        reader.Lengths = reader.ReadLengths();
        return reader;
    }

    private static IIndexReader All(SqliteIndexReader reader) => reader.Open([Gate.Open], reader.Lengths);

    // The formula of FieldScore from the words themselves: title weighs 5, body 1; k = 2 and 1.2, b = 0.5 and 0.3.
    private static double Direct(IReadOnlyList<(string Title, string Text)> texts, int place, string word, int having)
    {
        var averageTitle = texts.Average(text => Words(text.Title).Length);
        var averageText = texts.Average(text => Words(text.Text).Length);
        var (title, text) = (Words(texts[place].Title), Words(texts[place].Text));
        var titleSize = 0.5 + (0.5 * title.Length / averageTitle);
        var textSize = 0.7 + (0.3 * text.Length / averageText);
        var inTitle = title.Count(each => each == word) / titleSize;
        var together = (5 * inTitle) + (text.Count(each => each == word) / textSize);
        var weight = Math.Log(1 + ((texts.Count - having + 0.5) / (having + 0.5)));
        return weight * ((together * 3 / (together + 2)) + (inTitle * 2.2 / (inTitle + 1.2)));
    }

    private static string[] Words(string text) => text.Split(' ');
}
