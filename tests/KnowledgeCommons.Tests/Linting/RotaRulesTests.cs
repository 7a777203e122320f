using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Linting;
using KnowledgeCommons.Tests.OnDuty;

namespace KnowledgeCommons.Tests.Linting;

public sealed class RotaRulesTests
{
    private const string Sound =
        """
        people:
          ana: { name: Ana, hours: { mon: "08:00-12:00" } }
          ben: { name: Ben, left_on: 2026-11-22 }
        teams:
          desk: { name: Desk, members: [ana] }
        duty:
          default: { owner: desk }
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("  vpn: { owner: ana }", "")]
    [InlineData("  vpn: { owner: ana, deputy: ben }", "left-on-duty 8: Ben left on 2026-11-22 and is still on duty for 'vpn'.")]
    [InlineData("  vpn: { owner: ben }", "left-on-duty 8: Ben left on 2026-11-22 and is still on duty for 'vpn'.")]
    public void Who_has_left_and_is_still_on_duty_is_told(string line, string expected) => Assert.Equal(expected, Told($"{Sound}\n{line}"));

    [Fact]
    public void Who_has_left_and_is_still_in_a_team_is_told() =>
        Assert.Equal("left-on-duty 5: Ben left on 2026-11-22 and is still named by 'desk'.", Told(Sound.Replace("[ana]", "[ana, ben]", StringComparison.Ordinal)));

    [Fact]
    public void A_topic_on_which_nobody_ever_works_is_told() =>
        Assert.Equal("nobody-on-duty 5: Nobody ever works on 'vpn': readers who ask for a person are told of no time.",
            Told("people:\n  ana: { name: Ana, hours: { mon: off } }\nduty:\n  other: { owner: ana, deputy: ana }\n  vpn: { owner: ana }").Split('\n')[^1]);

    [Fact]
    public void An_empty_rota_is_told() =>
        Assert.Equal("empty-rota 0: There are people, but nobody is on duty for anything.", Told("people: { ana: { name: Ana } }"));

    [Fact]
    public void An_article_of_somebody_who_has_left_is_told()
    {
        var article = new Article { Slug = Slug.Parse("a", null), Id = "a", Path = "a.md", SourceHash = "0", Revision = new Revision("0"), Title = "A", Summary = "A.", Owner = "ben", Html = default, Source = default };
        var library = new Library("1", [article], [], Listed.Read(Sound).People, [], new Dictionary<string, Slug>());
        var finding = Assert.Single(LintRules.Check(library, new DateOnly(2026, 11, 22)));
        Assert.Equal(("owner-left", "Ben, who answers for this article, left on 2026-11-22."), (finding.Rule, finding.Message));
        Assert.Empty(LintRules.Check(library, new DateOnly(2026, 11, 21)));
    }

    private static string Told(string yaml) => string.Join('\n',
        from finding in LintRules.Check(new Library("1", [], [], Listed.Read(yaml).People, [], new Dictionary<string, Slug>()), new DateOnly(2026, 11, 22))
        select $"{finding.Rule} {finding.Line}: {finding.Message}");
}
