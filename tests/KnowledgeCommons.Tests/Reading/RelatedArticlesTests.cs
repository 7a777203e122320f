using KnowledgeCommons.Server.Reading;

namespace KnowledgeCommons.Tests.Reading;

public sealed class RelatedArticlesTests
{
    [Fact]
    public void Rare_shared_words_count_more_than_common_ones()
    {
        var asked = Sample.Article("a/1", "The scanner does not start");
        var library = Sample.Library(
        [
            asked,
            Sample.Article("b/1", "Scanner shows stripes"),
            .. Enumerable.Range(0, 20).Select(number => Sample.Article($"c/{number}", $"Program{number} does not start"))
        ]);
        Assert.Equal("Scanner shows stripes", new RelatedArticles().To(asked, library)[0].Title);
    }

    [Fact]
    public void At_most_five_are_shown()
    {
        var articles = Enumerable.Range(0, 9).Select(number => Sample.Article($"a/{number}", $"Scanner {number}", "scan"))
            .Concat(Enumerable.Range(0, 200).Select(number => Sample.Article($"b/{number}", $"Other{number}"))).ToList();
        Assert.Equal(5, new RelatedArticles().To(articles[0], Sample.Library(articles)).Count);
    }

    [Fact]
    public void A_new_library_is_noticed()
    {
        var related = new RelatedArticles();
        var asked = Sample.Article("a/1", "Scanner jam", "scan");
        var filler = Enumerable.Range(0, 20).Select(number => Sample.Article($"b/{number}", $"Other{number}")).ToList();
        Assert.Empty(related.To(asked, Sample.Library([asked, .. filler])));
        Assert.Single(related.To(asked, Sample.Library([asked, Sample.Article("a/2", "Scanner lamp", "scan"), .. filler])));
    }
}
