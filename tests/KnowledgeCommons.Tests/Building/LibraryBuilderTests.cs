using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;

namespace KnowledgeCommons.Tests.Building;

public sealed class LibraryBuilderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-build-").FullName;
    private IReadOnlyDictionary<string, PreparedArticle> _prepared = new Dictionary<string, PreparedArticle>();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string path, string text) => WriteBytes(path, System.Text.Encoding.UTF8.GetBytes(text));

    private void WriteBytes(string path, byte[] bytes)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? _folder);
        File.WriteAllBytes(file, bytes);
    }

    private async Task<BuiltLibrary> BuildAsync()
    {
        using var source = new FolderSource(_folder, TimeSpan.FromMinutes(1), TimeProvider.System);
        var built = await new LibraryBuilder(new BodyRenderer(), TimeProvider.System)
            .BuildAsync(source, await source.LookAsync(CancellationToken.None), _prepared, CancellationToken.None);
        _prepared = built.Prepared;
        return built;
    }

    private static Article Find(BuiltLibrary built, string slug) =>
        built.Library.Find(Slug.Parse(slug, null)) ?? throw new InvalidOperationException($"{slug} is not there.");

    [Fact]
    public async Task A_title_comes_from_front_matter_else_the_first_heading_else_the_file()
    {
        Write("a.md", "---\ntitle: From front matter\n---\n# Heading\n");
        Write("b.md", "# From the heading\n\nText.");
        Write("some-file_name.md", "Only text.");
        var built = await BuildAsync();
        Assert.Equal("From front matter", Find(built, "a").Title);
        Assert.Equal("From the heading", Find(built, "b").Title);
        Assert.Equal("Some file name", Find(built, "some-file_name").Title);
    }

    [Fact]
    public async Task A_file_that_breaks_keeps_its_good_version_and_becomes_a_finding()
    {
        Write("a.md", "# Good\n\nOld words.");
        var before = Find(await BuildAsync(), "a");
        WriteBytes("a.md", [0x23, 0x20, 0xFF, 0xFE, 0x0A]);
        var built = await BuildAsync();
        Assert.Equal(before.Revision, Find(built, "a").Revision);
        Assert.Equal("not-utf8", Assert.Single(built.Findings, finding => finding.Severity == Severity.Error).Rule);
    }

    [Fact]
    public async Task A_broken_file_among_good_ones_stops_nothing_else()
    {
        Write("good.md", "# Good");
        WriteBytes("bad.md", [0x41, 0x0A, 0x42, 0x0A, 0xC3, 0x28]);
        var built = await BuildAsync();
        Assert.Equal("good", Assert.Single(built.Library.Articles).Slug.Value);
        var finding = Assert.Single(built.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(("bad.md", 3), (finding.Path, finding.Line));
    }

    [Fact]
    public async Task Two_files_with_one_address_publish_the_first_and_name_both()
    {
        Write("vpn help.md", "# One");
        Write("vpn-help.md", "# Two");
        var built = await BuildAsync();
        Assert.Equal("One", Assert.Single(built.Library.Articles).Title);
        var finding = Assert.Single(built.Findings, finding => finding.Rule == "address-taken");
        Assert.Equal("vpn-help.md", finding.Path);
        Assert.Contains("vpn help.md", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_with_one_id_publish_the_first()
    {
        Write("a.md", "---\nid: same\n---\n# A");
        Write("b.md", "---\nid: same\n---\n# B");
        var built = await BuildAsync();
        Assert.Equal("A", Assert.Single(built.Library.Articles).Title);
        Assert.Contains(built.Findings, finding => finding is { Rule: "id-taken", Path: "b.md", Severity: Severity.Error });
    }

    [Theory]
    [InlineData("con.md", "con")]
    [InlineData("Drucker für Gäste/Über uns.md", "drucker-für-gäste/über-uns")]
    [InlineData("UPPER.MD", "upper")]
    public async Task Awkward_names_have_an_address(string path, string slug)
    {
        Write(path, "# There");
        Assert.Equal(slug, Assert.Single((await BuildAsync()).Library.Articles).Slug.Value);
    }

    [Fact]
    public async Task Drafts_are_not_published_and_a_retired_article_leads_to_its_successor()
    {
        Write("draft.md", "---\nstatus: draft\n---\n# Not yet");
        Write("old.md", "---\nstatus: retired\nsuccessor: new\n---\n# Old");
        Write("new.md", "# New");
        var built = await BuildAsync();
        Assert.Equal("new", Assert.Single(built.Library.Articles).Slug.Value);
        Assert.Equal("new", built.Library.RedirectFrom(Slug.Parse("old", null))?.Value);
    }

    [Fact]
    public async Task An_address_that_moved_twice_leads_to_where_the_article_is_now_and_a_circle_leads_nowhere()
    {
        Write("one.md", "---\nstatus: retired\nsuccessor: two\n---\n# One");
        Write("two.md", "---\nstatus: retired\nsuccessor: three\n---\n# Two");
        Write("three.md", "# Three");
        Write("x.md", "---\nstatus: retired\nsuccessor: y\n---\n# X");
        Write("y.md", "---\nstatus: retired\nsuccessor: x\n---\n# Y");
        var library = (await BuildAsync()).Library;
        Assert.Equal("three", library.RedirectFrom(Slug.Parse("one", null))?.Value);
        Assert.Null(library.RedirectFrom(Slug.Parse("x", null)));
    }

    [Fact]
    public async Task A_changed_picture_makes_its_article_anew()
    {
        Write("a.md", "# A\n\n![x](p.png)");
        WriteBytes("p.png", [1, 2, 3]);
        var before = System.Text.Encoding.UTF8.GetString(Find(await BuildAsync(), "a").Html.Span);
        WriteBytes("p.png", [1, 2, 3, 4]);
        var built = await BuildAsync();
        var html = System.Text.Encoding.UTF8.GetString(Find(built, "a").Html.Span);
        Assert.NotEqual(before, html);
        Assert.Contains(built.Library.Assets["p.png"].Url, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task White_space_and_front_matter_do_not_make_a_new_revision_but_words_do()
    {
        Write("a.md", "# A\n\nOne two.\n");
        var first = Find(await BuildAsync(), "a").Revision;
        Write("a.md", "---\ntags: [x]\n---\n# A\n\n\nOne  two.");
        Assert.Equal(first, Find(await BuildAsync(), "a").Revision);
        Write("a.md", "# A\n\nOne three.\n");
        Assert.NotEqual(first, Find(await BuildAsync(), "a").Revision);
    }

    [Fact]
    public async Task People_topics_and_owners_are_known()
    {
        Write("_people.yml", "people:\n  dev: { name: Dev Patel, email: dev@example.com }\nduty:\n  default: { owner: dev }\n  vpn: { owner: nobody }\n");
        Write("vpn/_topic.yml", "title: VPN and Wi-Fi\norder: 2\nowner: dev\n");
        Write("vpn/a.md", "---\nowner: ghost\n---\n# A");
        var built = await BuildAsync();
        Assert.Equal("VPN and Wi-Fi", Assert.Single(built.Library.Topics).Title);
        Assert.Equal("Dev Patel", built.Library.OwnerOf(Find(built, "vpn/a"))?.Name);
        Assert.Contains(built.Findings, finding => finding is { Rule: "unknown-owner", Path: "vpn/a.md" });
        Assert.Contains(built.Findings, finding => finding.Rule == "people-file" && finding.Message.Contains("'nobody'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("people:\n  a: { name: A, account: x }\n  b: { name: B, account: x }\n", "The account 'x' is that of 'a', too")]
    [InlineData("people:\n  a: { name: A }\nteams:\n  t: { name: T, account: x, members: [a] }\n", "a team does not sign in")]
    public async Task An_account_of_two_people_or_of_a_team_is_told(string yaml, string message)
    {
        Write("_people.yml", yaml);
        var built = await BuildAsync();
        Assert.Contains(built.Findings, finding => finding.Rule == "people-file" && finding.Message.Contains(message, StringComparison.Ordinal));
        Assert.NotEqual("b", built.Library.People.WithAccount("x")?.Key);
        Assert.NotEqual("t", built.Library.People.WithAccount("x")?.Key);
    }

    [Fact]
    public async Task A_topic_may_be_for_operators_and_what_else_it_is_for_is_told()
    {
        Write("run/_topic.yml", "title: Running it\nfor: operators\n");
        Write("run/a.md", "# A");
        Write("vpn/_topic.yml", "title: VPN\nfor: everyone\n");
        Write("vpn/b.md", "# B");
        var built = await BuildAsync();
        Assert.Equal(["run"], built.Library.Topics.Where(topic => topic.IsForOperators).Select(topic => topic.Key));
        var told = Assert.Single(built.Findings, finding => finding.Rule == "topic-file");
        Assert.Equal(("vpn/_topic.yml", 2, "'for: everyone' is not known; the topic is for everybody."), (told.Path, told.Line, told.Message));
    }

    [Theory]
    [InlineData("people: &p { a: *p }")]
    [InlineData("people: [[[[[[[[[[[[1]]]]]]]]]]]]")]
    [InlineData("people: {")]
    public async Task A_broken_list_of_people_is_a_finding_and_articles_stay(string yaml)
    {
        Write("_people.yml", yaml);
        Write("a.md", "# A");
        var built = await BuildAsync();
        Assert.Single(built.Library.Articles);
        Assert.Contains(built.Findings, finding => finding.Rule == "people-file");
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_a_finding_with_its_line()
    {
        Write("a.md", "# A\n\n[there](b.md)\n\n[gone](c.md)\n");
        Write("b.md", "# B");
        var finding = Assert.Single((await BuildAsync()).Findings, finding => finding.Rule == "broken-link");
        Assert.Equal(("a.md", 5), (finding.Path, finding.Line));
    }
}
