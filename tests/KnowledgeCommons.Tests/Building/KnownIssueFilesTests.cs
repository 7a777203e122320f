using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests.Building;

public sealed class KnownIssueFilesTests : IDisposable
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-known-").FullName;

    public KnownIssueFilesTests() => Write("vpn/connect.md", "# Connect").Write("_people.yml", "people:\n  dev: { name: Dev Patel }\nduty:\n  default: { owner: dev }\n");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Whole =
        """
        ---
        title: The VPN drops calls
        summary: Calls over the VPN break off.
        topics: [vpn]
        articles: [vpn/connect]
        searches: [vpn calls, call drops]
        also_called: vpn outage
        since: 2026-11-23T08:10+00:00
        next_update: 2026-11-23T14:00+02:00
        owner: dev
        language: en
        ---
        We are **changing** the router. See [how to connect](../vpn/connect.md).
        """;

    [Fact]
    public async Task A_known_issue_is_read_with_all_that_it_says()
    {
        var built = await Write("_known-issues/vpn-calls.md", Whole).BuildAsync();
        var issue = Assert.Single(built.Library.KnownIssues);
        Assert.Equal(("vpn-calls", "/known-issues/vpn-calls", "_known-issues/vpn-calls.md", true), (issue.Key, issue.Url, issue.Path, issue.IsOpen));
        Assert.Equal(("The VPN drops calls", "Calls over the VPN break off.", "dev", "en"), (issue.Title, issue.Summary, issue.Owner, issue.Language));
        Assert.Equal(["vpn", "vpn/connect", "vpn calls", "call drops", "vpn outage"], [.. issue.Topics, .. issue.Articles.Select(slug => slug.Value), .. issue.Words]);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 10, 0, TimeSpan.Zero), issue.Since);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), issue.NextUpdate);
        Assert.Equal("<p>We are <strong>changing</strong> the router. See <a href=\"/articles/vpn/connect\">how to connect</a>.</p>", Encoding.UTF8.GetString(issue.Html.Span).Trim());
        Assert.DoesNotContain(built.Findings, finding => finding.Path.StartsWith("_known", StringComparison.Ordinal));
        Assert.Single(built.Library.Articles);
    }

    [Fact]
    public async Task Only_what_readers_have_to_hear_of_is_a_new_version()
    {
        var before = (await Write("_known-issues/a.md", Whole).BuildAsync()).Library.KnownIssues[0].Version;
        Assert.Equal(before, (await Write("_known-issues/a.md", Whole.Replace("owner: dev", "owner: ana").Replace("See [", "See\n\n[")).BuildAsync()).Library.KnownIssues[0].Version);
        foreach (var change in (string[])["drops calls=>ends calls", "break off=>stop", "14:00=>15:00", "router=>switch", "owner: dev=>owner: dev\nstatus: fixed"])
            Assert.NotEqual(before, (await Write("_known-issues/a.md", Whole.Replace(change.Split("=>")[0], change.Split("=>")[1])).BuildAsync()).Library.KnownIssues[0].Version);
    }

    [Theory]
    [InlineData("topics: [vpn]", "topics: [nowhere]", "known-issue-place", 4, "There is no topic 'nowhere'.")]
    [InlineData("articles: [vpn/connect]", "articles: [vpn/gone]", "known-issue-place", 5, "There is no article 'vpn/gone'.")]
    [InlineData("owner: dev", "owner: zoe", "known-issue-owner", 10, "The owner 'zoe' is not in _people.yml.")]
    [InlineData("owner: dev\n", "", "known-issue-owner", 0, "Nobody is named who is on it.")]
    [InlineData("T14:00+02:00", "T11:59+02:00", "known-issue-overdue", 9, "The time of the next update has passed, and readers still wait for it.")]
    [InlineData("2026-11-23T14:00+02:00", "2026-11-23 14:00", "known-issue", 9, "'next_update' is not a time with its distance from UTC, such as 2026-05-31T14:00+02:00: 2026-11-23 14:00")]
    [InlineData("2026-11-23T08:10+00:00", "yesterday", "known-issue", 8, "'since' is not a time with its distance from UTC, such as 2026-05-31T14:00+02:00: yesterday")]
    [InlineData("owner: dev", "owner: dev\nstatus: gone", "known-issue", 11, "'status' is not open or fixed: gone")]
    [InlineData("../vpn/connect.md", "../vpn/gone.md", "broken-link", 13, "The link leads to vpn/gone, which is not published.")]
    public async Task What_is_wrong_is_told_with_its_line_and_the_rest_counts(string right, string wrong, string rule, int line, string message)
    {
        var built = await Write("_known-issues/a.md", Whole.Replace(right, wrong)).BuildAsync();
        var finding = Assert.Single(built.Findings, finding => finding.Path == "_known-issues/a.md");
        Assert.Equal((rule, line, message, Severity.Warning), (finding.Rule, finding.Line, finding.Message, finding.Severity));
        Assert.Equal("The VPN drops calls", Assert.Single(built.Library.KnownIssues).Title);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_finding_and_the_others_are_shown()
    {
        Write("_known-issues/a.md", Whole).Write("_known-issues/c.md", "No title.").Write("_known-issues/A.md", Whole);
        File.WriteAllBytes(Path.Combine(_folder, "_known-issues/d.md"), [0xff, 0xfe]);
        var built = await BuildAsync();
        Assert.Equal(["a"], built.Library.KnownIssues.Select(issue => issue.Key));
        Assert.Equal(
            ["_known-issues/a.md: The address of _known-issues/A.md is the same; this known issue is not shown.", "_known-issues/c.md: There is no title.", "_known-issues/d.md: The file is not UTF-8 text."],
            built.Findings.Where(finding => finding.Rule == "known-issue").Select(finding => $"{finding.Path}: {finding.Message}").Order());
    }

    [Fact]
    public async Task An_ended_one_needs_no_promise_and_no_owner()
    {
        var built = await Write("_known-issues/a.md", "---\ntitle: Over\nstatus: fixed\nended_on: 2026-11-20\nnext_update: 2026-11-19T10:00Z\n---\n").BuildAsync();
        var issue = Assert.Single(built.Library.KnownIssues);
        Assert.Equal((false, new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)), (issue.IsOpen, issue.EndedAt));
        Assert.DoesNotContain(built.Findings, finding => finding.Path == "_known-issues/a.md");
    }

    private KnownIssueFilesTests Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? _folder);
        File.WriteAllText(file, text);
        return this;
    }

    private async Task<BuiltLibrary> BuildAsync()
    {
        using var source = new FolderSource(_folder, TimeSpan.FromMinutes(1), Clock);
        return await new LibraryBuilder(new BodyRenderer(), Clock)
            .BuildAsync(source, await source.LookAsync(CancellationToken.None), new Dictionary<string, PreparedArticle>(), CancellationToken.None);
    }
}
