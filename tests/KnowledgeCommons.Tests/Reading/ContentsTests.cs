using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Reading;

namespace KnowledgeCommons.Tests.Reading;

public sealed class ContentsTests
{
    [Fact]
    public void The_sections_go_down_to_the_first_level_with_three() =>
        Assert.Equal(["A", "B", "C"], Of(("A", 2), ("B", 2), ("B1", 3), ("C", 2)));

    [Fact]
    public void One_big_heading_over_smaller_ones_is_followed_into_them() =>
        Assert.Equal(["A", "A1", "A2"], Of(("A", 2), ("A1", 3), ("A2", 3)));

    [Fact]
    public void A_short_article_has_none() => Assert.Empty(Of(("A", 2), ("B", 2)));

    private static IEnumerable<string> Of(params (string Heading, int Level)[] sections) =>
        Contents.Of(Sample.Article("x", "X") with
        {
            Sections = [new Section("", "", 1), .. sections.Select(section => new Section(section.Heading.ToLowerInvariant(), section.Heading, section.Level))]
        }).Select(section => section.Heading);
}
