using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Linting;

namespace KnowledgeCommons.Tests.Linting;

public sealed class LintRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Article Good = new()
    {
        Slug = Slug.Parse("vpn/a", null),
        Id = "vpn/a",
        Path = "vpn/a.md",
        SourceHash = "0",
        Revision = new Revision("0"),
        Title = "The VPN will not connect",
        Summary = "Get it connecting.",
        Html = default,
        Source = default
    };

    private static readonly People Somebody = new(
        new Dictionary<string, Person> { ["dev"] = new("dev", "Dev Patel", "", null, null, []) },
        new Dictionary<string, Duty> { ["default"] = new("dev", null) });

    private static IReadOnlyList<Finding> Check(People people, params Article[] articles) =>
        [.. LintRules.Check(new Library("1", articles, [], people, [], new Dictionary<string, Slug>()), Today)];

    [Fact]
    public void A_good_article_has_no_findings() => Assert.Empty(Check(Somebody, Good));

    [Fact]
    public void A_title_too_long_for_a_phone_is_told() =>
        Assert.Equal("The title has 91 characters; 90 fit a phone.", Assert.Single(Check(Somebody, Good with { Title = new string('x', 91) })).Message);

    [Fact]
    public void A_missing_and_a_long_summary_are_told()
    {
        Assert.Equal("no-summary", Assert.Single(Check(Somebody, Good with { Summary = "" })).Rule);
        Assert.Equal("long-summary", Assert.Single(Check(Somebody, Good with { Summary = new string('x', 301) })).Rule);
    }

    [Fact]
    public void An_overdue_review_says_by_how_much()
    {
        var late = Good with { ReviewedOn = Today.AddDays(-40), ReviewEvery = TimeSpan.FromDays(30) };
        Assert.Equal("The review is 10 days overdue.", Assert.Single(Check(Somebody, late)).Message);
        Assert.Empty(Check(Somebody, late with { ReviewedOn = Today.AddDays(-30) }));
    }

    [Fact]
    public void An_article_that_nobody_answers_for_is_told()
    {
        var people = Somebody with { DutyByTopic = new Dictionary<string, Duty>() };
        Assert.Equal(["no-owner", "empty-rota"], Check(people, Good).Select(finding => finding.Rule));
    }

    [Fact]
    public void Content_without_a_list_of_people_is_told_once()
    {
        var other = Good with { Slug = Slug.Parse("vpn/b", null), Title = "Another" };
        Assert.Equal("no-people", Assert.Single(Check(People.Nobody, Good, other)).Rule);
    }

    [Fact]
    public void Two_articles_with_one_title_in_one_topic_are_told()
    {
        var other = Good with { Slug = Slug.Parse("vpn/b", null), Path = "vpn/b.md", Title = "The vpn will not connect" };
        var finding = Assert.Single(Check(Somebody, Good, other));
        Assert.Equal(("same-title", "vpn/b.md"), (finding.Rule, finding.Path));
    }

    [Fact]
    public void A_platform_that_readers_cannot_choose_is_told() =>
        Assert.Equal("'amiga' in applies_to is no platform that readers can choose.",
            Assert.Single(Check(Somebody, Good with { AppliesTo = ["windows", "amiga"] })).Message);
}
