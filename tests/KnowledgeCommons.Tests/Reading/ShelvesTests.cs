using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Reading;

namespace KnowledgeCommons.Tests.Reading;

public sealed class ShelvesTests
{
    [Fact]
    public void A_topic_counts_what_lies_below_it_too()
    {
        var library = Sample.Library([Sample.Article("a/one", "One"), Sample.Article("a/b/two", "Two"), Sample.Article("c/three", "Three")], "a", "a/b", "c");
        Assert.Equal([("a", 2), ("c", 1)], library.TopShelves().Select(shelf => (shelf.Topic.Key, shelf.Count)));
    }

    [Fact]
    public void A_lone_folder_is_stepped_into_and_its_own_articles_are_not_lost()
    {
        Article[] articles = [Sample.Article("tree/index", "Index"), Sample.Article("tree/x/a/one", "One"), Sample.Article("tree/x/b/two", "Two")];
        var library = Sample.Library(articles, "tree", "tree/x/a", "tree/x/b");
        Assert.Equal([("tree/x/a", 1), ("tree/x/b", 1), ("tree", 1)], library.TopShelves().Select(shelf => (shelf.Topic.Key, shelf.Count)));
    }

    [Fact]
    public void A_topic_without_articles_is_not_shown() =>
        Assert.Equal(["a"], Sample.Library([Sample.Article("a/one", "One")], "a", "empty").TopShelves().Select(shelf => shelf.Topic.Key));

    [Fact]
    public void A_file_in_git_is_as_new_as_its_last_change_and_a_plain_one_as_its_last_review()
    {
        var changed = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var inGit = Sample.Article("a", "A") with { Authorship = new Authorship("x", changed, "x", changed), ReviewedOn = new DateOnly(2026, 9, 9) };
        var plain = Sample.Article("b", "B") with { ReviewedOn = new DateOnly(2026, 6, 1) };
        Assert.Equal(["B", "A"], Sample.Library([inGit, plain, Sample.Article("c", "C")]).NewestFirst(5).Select(article => article.Title));
    }
}
