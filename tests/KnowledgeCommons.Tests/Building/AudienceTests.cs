using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Tests.Building;

public sealed class AudienceTests : IDisposable
{
    private readonly Shelves _shelves = new();

    public void Dispose() => _shelves.Dispose();

    [Fact]
    public async Task Whoever_is_in_one_of_an_articles_groups_sees_it_and_nobody_else()
    {
        _shelves.Write("a.md", "# A").Write("b.md", "---\naudience: [HR, board]\n---\n# B");
        Assert.Equal(["a"], await _shelves.SeenAsync());
        Assert.Equal(["a"], await _shelves.SeenAsync("it"));
        Assert.Equal(["a", "b"], await _shelves.SeenAsync("hr"));
        Assert.Equal(["a", "b"], await _shelves.SeenAsync("Board", "it"));
    }

    [Fact]
    public async Task What_a_folder_says_counts_for_all_below_it_beside_what_they_say_themselves()
    {
        _shelves.Write("_topic.yml", "audience: staff").Write("top.md", "# Top")
            .Write("hr/_topic.yml", "audience: [hr]").Write("hr/pay/grades.md", "# Grades").Write("hr/board.md", "---\naudience: [board]\n---\n# Board").Write("hrx/a.md", "# A");
        Assert.Empty(await _shelves.SeenAsync());
        Assert.Equal(["hrx/a", "top"], await _shelves.SeenAsync("staff"));
        Assert.Empty(await _shelves.SeenAsync("hr", "board"));
        Assert.Equal(["hr/pay/grades", "hrx/a", "top"], await _shelves.SeenAsync("staff", "hr"));
        Assert.Equal(["hr/board", "hr/pay/grades", "hrx/a", "top"], await _shelves.SeenAsync("staff", "hr", "board"));
    }

    [Fact]
    public async Task Two_folders_with_one_address_are_told_apart_by_where_they_lie()
    {
        _shelves.Write("Pay grades/_topic.yml", "audience: [hr]").Write("Pay grades/a.md", "# A").Write("pay-grades/b.md", "# B");
        Assert.Equal(["pay-grades/b"], await _shelves.SeenAsync());
    }

    public static TheoryData<string, byte[]> Unclear => new()
    {
        { "broken", Utf8("---\naudience: [hr\n---\n# New words") },
        { "a mapping", Utf8("---\naudience: { group: hr }\n---\n# New words") },
        { "nested", Utf8("---\naudience: [[hr]]\n---\n# New words") },
        { "blank", Utf8("---\naudience: [\"\"]\n---\n# New words") },
        { "twice", Utf8("---\naudience: []\naudience: [hr]\n---\n# New words") },
        { "behind an empty line", Utf8("\n---\naudience: [hr]\n---\n# New words") },
        { "never closed", Utf8("---\naudience: [hr]\n# New words") },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("---\naudience: [hr]\n---\n# New words")] },
        { "UTF-16 that looks like UTF-8", Encoding.Unicode.GetBytes("---\naudience: [hr]\n---\n# New words") },
        { "an alias", Utf8("---\nx: &g [hr]\naudience: *g\n---\n# New words") },
        { "a part without a group", Utf8("# New words\n\n:::only\nSecret\n:::") },
        { "parts for too many", Utf8("# New words\n\n:::only a\n1\n:::\n:::only b\n2\n:::\n:::only c\n3\n:::\n:::only d\n4\n:::") }
    };

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task Where_nobody_can_tell_whom_an_article_is_for_nobody_sees_it_nor_its_earlier_version(string what, byte[] bytes)
    {
        Assert.Equal(["a"], await _shelves.Write("a.md", "# A for all").SeenAsync());
        var built = await _shelves.Write("a.md", bytes).BuildAsync();
        Assert.True(built.Library.For(Clearance.Public).Articles.Count == 0, what);
        Assert.Contains(built.Findings, finding => finding is { Path: "a.md", Severity: Severity.Error });
        Assert.Equal(["a"], await _shelves.Write("a.md", "# A for all again").SeenAsync());
    }

    [Fact]
    public async Task A_file_that_is_broken_and_speaks_of_no_audience_keeps_its_earlier_version_and_its_audience()
    {
        Assert.Equal(["b"], await _shelves.Write("a.md", "---\naudience: [hr]\n---\n# A").Write("b.md", "# B").SeenAsync());
        _shelves.Write("a.md", "---\n{\n---\n# A").Write("b.md", "---\n{\n---\n# B");
        Assert.Equal(["b"], await _shelves.SeenAsync());
        Assert.Equal(["a", "b"], await _shelves.SeenAsync("hr"));
    }

    [Theory]
    [InlineData("audience: [hr")]
    [InlineData("audience: { a: b }")]
    [InlineData("audience: [[hr]]")]
    [InlineData("title: Pay: grades\naudience: [hr]")]
    public async Task A_folder_of_which_nobody_can_tell_whom_it_is_for_shows_nothing(string topic)
    {
        Assert.Equal(["b", "hr/a"], await _shelves.Write("hr/a.md", "# A").Write("b.md", "# B").SeenAsync());
        var built = await _shelves.Write("hr/_topic.yml", topic).BuildAsync();
        Assert.Equal(["b"], built.Library.Articles.Select(article => article.Slug.Value));
        Assert.Contains(built.Findings, finding => finding is { Rule: "audience", Path: "hr/_topic.yml", Severity: Severity.Error });
    }

    [Fact]
    public async Task A_folders_file_that_was_left_out_or_is_called_a_little_otherwise_is_not_passed_over()
    {
        _shelves.Write("linked/a.md", "# A").Link("linked/_topic.yml", "/etc/hostname")
            .Write("marked/a.md", "# A").Write("marked/_topic.yml", [0xEF, 0xBB, 0xBF, .. Utf8("audience: [hr]")])
            .Write("yaml/a.md", "# A").Write("yaml/_Topic.yaml", "audience: [hr]");
        Assert.Empty(await _shelves.SeenAsync());
        Assert.Equal(["marked/a", "yaml/a"], await _shelves.SeenAsync("hr"));
    }

    [Fact]
    public async Task An_edition_holds_the_topics_former_addresses_and_files_of_what_it_shows_alone()
    {
        _shelves.Write("hr/_topic.yml", "title: People\naudience: [hr]").Write("hr/a.md", "---\naliases: [old-pay]\n---\n# A\n\n![x](p.png)\n\n![y](../both.png)")
            .Write("b.md", "---\naliases: [old-b]\n---\n# B\n\n![y](both.png)").Write("hr/p.png", [1]).Write("both.png", [2]).Write("loose.pdf", [3]);
        var whole = (await _shelves.BuildAsync()).Library;
        var seen = whole.For(Clearance.Public);
        Assert.Empty(seen.Topics);
        Assert.Equal(["both.png"], seen.Assets.Keys);
        Assert.Equal(["old-b"], seen.Redirects.Keys);
        Assert.Same(whole, whole.For(Clearance.Of(["hr"])));
        Assert.Same(whole, whole.For(Clearance.Whole));
        Assert.Same(seen, whole.For(Clearance.Of(["it", "sales"])));
        Assert.Equal(whole.EditionOf(Clearance.Public), whole.EditionOf(Clearance.Of(["it", "sales"])));
        Assert.Equal(whole.EditionOf(Clearance.Whole), whole.EditionOf(Clearance.Of(["hr"])));
        Assert.NotEqual(whole.EditionOf(Clearance.Whole), whole.EditionOf(Clearance.Public));
    }

    [Fact]
    public async Task A_library_without_audiences_is_the_same_for_everybody()
    {
        var library = (await _shelves.Write("a.md", "# A").Write("loose.pdf", [3]).BuildAsync()).Library;
        Assert.Same(library, library.For(Clearance.Public));
    }

    [Fact]
    public async Task Each_audience_is_told_once_so_that_a_group_that_nobody_is_in_is_seen()
    {
        _shelves.Write("a.md", "---\naudience: [hr]\n---\n# A").Write("b.md", "---\naudience: [hr]\n---\n# B").Write("c.md", "# C\n\n:::only board, it\nx\n:::");
        var told = (await _shelves.BuildAsync()).Findings.Where(finding => finding.Rule == "audience").Select(finding => finding.Message).Order();
        Assert.Equal(
            ["2 articles are, wholly or in part, only for hr; this is the first.", "One article is, wholly or in part, only for board, it; this is the first."], told);
    }

    [Fact]
    public async Task Synonyms_and_known_issues_are_for_everybody_or_not_used()
    {
        _shelves.Write("hr/_topic.yml", "audience: [hr]").Write("hr/_synonyms.yml", "groups:\n  - [project x, merger]\n").Write("hr/a.md", "# A")
            .Write("_known-issues/one.md", "---\ntitle: One\naudience: [hr]\n---\nx").Write("_known-issues/two.md", "---\ntitle: Two\n---\n:::only hr\nx\n:::");
        var built = await _shelves.BuildAsync();
        Assert.Empty(built.Library.Synonyms);
        Assert.Empty(built.Library.KnownIssues);
        Assert.Equal(2, built.Findings.Count(finding => finding.Rule == "known-issue" && finding.Message.StartsWith("A known issue is for everybody", StringComparison.Ordinal)));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
