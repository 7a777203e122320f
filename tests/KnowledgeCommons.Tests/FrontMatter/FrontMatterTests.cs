using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.FrontMatter;

namespace KnowledgeCommons.Tests.FrontMatter;

public sealed class FrontMatterTests
{
    private static (Metadata Metadata, IReadOnlyList<Finding> Findings) Read(string yaml)
    {
        var (fields, unread) = FrontMatterReader.Read(yaml, "a.md");
        var (metadata, wrong) = MetadataReader.Read(fields, "a.md");
        return (metadata, [.. unread, .. wrong]);
    }

    [Fact]
    public void A_file_is_cut_at_its_second_fence()
    {
        var block = FrontMatterBlock.Cut("---\ntitle: VPN\n---\n# Body\n");
        Assert.Equal("title: VPN\n", block.Yaml);
        Assert.Equal("# Body\n", block.Body);
        Assert.Equal(4, block.BodyLine);
    }

    [Theory]
    [InlineData("# Only a body\n")]
    [InlineData("---\nnever closed\n")]
    [InlineData("")]
    [InlineData("----\ntitle: x\n----\n")]
    public void A_file_without_a_closed_fence_is_all_body(string text)
    {
        var block = FrontMatterBlock.Cut(text);
        Assert.Null(block.Yaml);
        Assert.Equal(text, block.Body);
        Assert.Equal(1, block.BodyLine);
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_do_not_hide_the_front_matter() =>
        Assert.Equal("title: VPN\r\n", FrontMatterBlock.Cut("\uFEFF---\r\ntitle: VPN\r\n---\r\nBody").Yaml);

    [Fact]
    public void Every_field_of_the_contract_is_read()
    {
        var (metadata, findings) = Read("""
            title: "VPN: will not connect"
            summary: Get it connecting.
            owner: dev
            also_called: [remote access, tunnel]
            symptoms:
              - "Error 809"
            applies_to: [Windows, macos]
            audience: [hr]
            tags: vpn
            language: de
            id: vpn-1
            aliases: [old/vpn]
            reviewed_on: 2026-10-12
            review_every: 180d
            status: draft
            successor: vpn/new
            minutes: 8
            something_else: { nested: [1, 2] }
            """);
        Assert.Empty(findings);
        Assert.Equal("VPN: will not connect", metadata.Title);
        Assert.Equal(["remote access", "tunnel"], metadata.AlsoCalled);
        Assert.Equal(["Error 809"], metadata.Symptoms);
        Assert.Equal(["windows", "macos"], metadata.AppliesTo);
        Assert.Equal(["hr"], metadata.Audience);
        Assert.Equal(["vpn"], metadata.Tags);
        Assert.Equal("old/vpn", Assert.Single(metadata.Aliases).Value);
        Assert.Equal(new DateOnly(2026, 10, 12), metadata.ReviewedOn);
        Assert.Equal(TimeSpan.FromDays(180), metadata.ReviewEvery);
        Assert.Equal(ArticleStatus.Draft, metadata.Status);
        Assert.Equal("vpn/new", metadata.Successor?.Value);
        Assert.Equal(8, metadata.Minutes);
    }

    [Fact]
    public void A_key_that_comes_twice_keeps_its_first_value_and_names_the_line()
    {
        var (metadata, findings) = Read("title: One\nsummary: x\ntitle: Two\n");
        Assert.Equal("One", metadata.Title);
        var finding = Assert.Single(findings);
        Assert.Equal("front-matter-duplicate", finding.Rule);
        Assert.Equal(4, finding.Line);
    }

    [Theory]
    [InlineData("reviewed_on: yesterday", "'reviewed_on' is not a date such as 2026-05-31: yesterday")]
    [InlineData("minutes: many", "'minutes' is not a whole number of minutes from 1 to 1440: many")]
    [InlineData("review_every: 6 months", "'review_every' is not a number of days such as 180d: 6 months")]
    [InlineData("status: gone", "'status' is not draft, published or retired: gone")]
    public void A_value_of_the_wrong_kind_is_a_finding_that_shows_it(string yaml, string message) =>
        Assert.Equal(message, Assert.Single(Read(yaml).Findings).Message);

    [Fact]
    public void Front_matter_that_is_almost_yaml_is_read_line_by_line()
    {
        var (metadata, findings) = Read("title: Setup: the basics: part 1\ndescription: Also: this\n");
        Assert.Equal("Setup: the basics: part 1", metadata.Title);
        Assert.Equal(Severity.Warning, Assert.Single(findings).Severity);
    }

    [Fact]
    public void Front_matter_that_is_almost_yaml_and_speaks_of_an_audience_is_an_error() =>
        Assert.Equal(Severity.Error, Assert.Single(Read("title: Pay: grades\naudience: [hr\n").Findings).Severity);

    [Theory]
    [InlineData("a: &a [*a, *a]\naudience: [x]")]
    [InlineData("a: &x {k: [1,2]}\nb: *x\naudience: [x]")]
    [InlineData("{{{{{{{{{{{{ audience")]
    [InlineData("\t- audience")]
    [InlineData("audience: !!python/object:os.system rm\n*")]
    public void Recursive_or_broken_yaml_is_an_error_with_a_line(string yaml)
    {
        var finding = Assert.Single(Read(yaml).Findings, finding => finding.Severity == Severity.Error);
        Assert.True(finding.Line >= 1);
        Assert.NotEmpty(finding.Hint);
    }

    [Fact]
    public void A_hundred_thousand_brackets_and_a_hundred_kilobytes_are_refused()
    {
        Assert.Equal(Severity.Error, Assert.Single(Read("audience: " + new string('[', 60_000)).Findings).Severity);
        Assert.Contains("64 KB", Assert.Single(Read("title: " + new string('x', 100_000)).Findings).Message, StringComparison.Ordinal);
    }
}
