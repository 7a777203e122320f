using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;
using KnowledgeCommons.Content.Markdown;
using KnowledgeCommons.Content.Sources;
using KnowledgeCommons.Tests.Architecture;

namespace KnowledgeCommons.Tests.Building;

public sealed class SynonymsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-synonyms-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SynonymsTests Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    private SynonymsTests Write(string path, byte[] bytes)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? _folder);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    private async Task<BuiltLibrary> BuildAsync(string? folder = null, BuiltLibrary? before = null)
    {
        using var source = new FolderSource(folder ?? _folder, TimeSpan.FromMinutes(1), TimeProvider.System);
        return await new LibraryBuilder(new BodyRenderer(), TimeProvider.System)
            .BuildAsync(source, await source.LookAsync(CancellationToken.None), before?.Prepared ?? new Dictionary<string, PreparedArticle>(), CancellationToken.None);
    }

    private static string[] Read(Library library) =>
        [.. library.Synonyms.Select(group => $"{group.Language ?? "all"}: {string.Join(", ", group.Terms)}{(group.IsOneWay ? " => " : "")}{string.Join(", ", group.Means)}")];

    private static Finding[] Complaints(BuiltLibrary built) =>
        [.. built.Findings.Where(finding => finding.Rule == "synonyms-file").OrderBy(finding => finding.Line)];

    [Fact]
    public async Task Groups_and_one_way_lines_are_read_by_language()
    {
        Write("_synonyms.yml", "# words\n---\nen:\n  - wifi, Wi-Fi,  wireless   network # three\n  - beamer, \"lcd\" => projector\nde:\n- \"Drucker, Kopierer\"\nall:\n  - 'pc, computer'\n  - video beamer => projector, screen\n");
        var built = await BuildAsync();
        Assert.Equal(
            ["en: wifi, wi-fi, wireless network", "en: beamer, \"lcd\" => projector", "de: drucker, kopierer", "all: pc, computer", "all: video beamer => projector, screen"],
            Read(built.Library));
        Assert.Empty(Complaints(built));
    }

    [Fact]
    public async Task A_group_works_in_every_direction_and_an_arrow_in_one()
    {
        Write("_synonyms.yml", "en:\n  - wifi, wlan, wireless\n  - beamer => projector\n");
        var synonyms = (await BuildAsync()).Library.Synonyms;
        Assert.Equal(["wifi", "wireless"], synonyms[0].MeantBy("wlan"));
        Assert.Equal(["projector"], synonyms[1].MeantBy("beamer"));
        Assert.Empty(synonyms[1].MeantBy("projector"));
    }

    [Theory]
    [InlineData("  - \"wifi, wlan", "'\"wifi, wlan' is not a line of words.")]
    [InlineData("  - wifi: wlan", "'wifi: wlan' is not a line of words.")]
    [InlineData("  - [wifi, wlan]", "'[wifi, wlan]' is not a line of words.")]
    [InlineData("  - *wifi", "'*wifi' is not a line of words.")]
    [InlineData("  -wifi, wlan", "Behind the dash a space is missing.")]
    [InlineData("  - wifi", "'wifi' names fewer than two words that mean the same.")]
    [InlineData("  - wifi, WiFi", "'wifi, WiFi' names fewer than two words that mean the same.")]
    [InlineData("  - beamer =>", "'beamer =>' has nothing on one side of the arrow that is not on the other.")]
    [InlineData("  - beamer => beamer", "'beamer => beamer' has nothing on one side of the arrow that is not on the other.")]
    [InlineData("  - a => b => c", "'a => b => c' has more than one arrow.")]
    [InlineData("  - wifi, ???", "'wifi, ???' names '???', which has no letter or digit.")]
    [InlineData("wifi, wlan", "'wifi, wlan' is neither a language nor a line of synonyms.")]
    public async Task A_broken_line_is_a_finding_and_the_others_work(string line, string message)
    {
        Write("_synonyms.yml", $"en:\n  - printer, copier\n{line}\nall:\n  - pc, computer\n").Write("a.md", "# A");
        var built = await BuildAsync();
        var finding = Assert.Single(Complaints(built));
        Assert.Equal((Severity.Warning, "_synonyms.yml", 3, message), (finding.Severity, finding.Path, finding.Line, finding.Message));
        Assert.Equal(["en: printer, copier", "all: pc, computer"], Read(built.Library));
        Assert.Single(built.Library.Articles);
    }

    [Fact]
    public async Task Lines_below_no_language_are_findings()
    {
        Write("_synonyms.yml", "- wifi, wlan\nenglish words:\n  - pc, computer\n");
        var built = await BuildAsync();
        Assert.Equal([1, 2, 3], Complaints(built).Select(finding => finding.Line));
        Assert.Equal("'pc, computer' stands below no language.", Complaints(built)[^1].Message);
        Assert.Empty(built.Library.Synonyms);
    }

    [Fact]
    public async Task A_line_that_is_not_UTF8_is_a_finding_and_the_others_work()
    {
        Write("_synonyms.yml", [.. "all:\n- k"u8, 0xFC, .. "hl, cool\n- pc, computer\n"u8]);
        var built = await BuildAsync();
        Assert.EndsWith("is not UTF-8 text.", Assert.Single(Complaints(built)).Message, StringComparison.Ordinal);
        Assert.Equal(["all: pc, computer"], Read(built.Library));
    }

    [Fact]
    public async Task A_file_that_is_something_else_altogether_makes_few_findings_and_stops_nothing()
    {
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        Write("_synonyms.yml", noise).Write("long/_synonyms.yml", "en:\n" + new string('x', 1024 * 1024)).Write("a.md", "# A");
        var built = await BuildAsync();
        Assert.Single(built.Library.Articles);
        Assert.InRange(Complaints(built).Length, 2, 52);
        Assert.Contains(Complaints(built), finding => finding is { Path: "long/_synonyms.yml", Line: 0, Message: "The list of synonyms is longer than 1 MB and was not read." });
    }

    [Fact]
    public async Task Lists_in_several_folders_count_together_and_a_change_makes_another_version()
    {
        Write("network/_synonyms.yml", "all:\n- wifi, wlan\n").Write("_synonyms.yml", "\uFEFFall:\r\n- pc, computer\r\n");
        var before = (await BuildAsync()).Library;
        Assert.Equal(["all: pc, computer", "all: wifi, wlan"], Read(before));
        Write("network/_synonyms.yml", "all:\n- wifi, wlan, wireless\n");
        Assert.NotEqual(before.Version, (await BuildAsync()).Library.Version);
    }

    [Fact]
    public async Task A_build_that_takes_over_every_article_still_knows_the_synonyms()
    {
        var before = await Write("a.md", "# A").Write("_synonyms.yml", "all:\n- pc, computer\n").BuildAsync();
        var after = await BuildAsync(before: before);
        Assert.Same(before.Library.Articles[0].Title, after.Library.Articles[0].Title);
        Assert.Equal(["all: pc, computer"], Read(after.Library));
    }

    [Fact]
    public async Task The_list_beside_the_sample_articles_is_without_a_finding()
    {
        var built = await BuildAsync(Repository.Path("articles"));
        Assert.Empty(Complaints(built));
        Assert.InRange(built.Library.Synonyms.Count, 130, 400);
        var repeated = built.Library.Synonyms.GroupBy(group => (group.Language, string.Join(",", group.Terms.Order(StringComparer.Ordinal)))).Where(same => same.Count() > 1);
        Assert.Empty(repeated.Select(same => same.Key));
    }
}
