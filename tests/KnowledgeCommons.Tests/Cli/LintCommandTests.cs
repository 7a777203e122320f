using System.CommandLine;
using System.Text.Json;
using KnowledgeCommons.Cli;
using KnowledgeCommons.Tests.Sources;

namespace KnowledgeCommons.Tests.Cli;

public sealed class LintCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private async Task<(int Exit, string Output)> LintAsync(params string[] options)
    {
        var output = new StringWriter();
        var exit = await new RootCommand { LintCommand.Make() }
            .Parse(["lint", _folder.Path, .. options])
            .InvokeAsync(new InvocationConfiguration { Output = output });
        return (exit, output.ToString());
    }

    [Fact]
    public async Task A_folder_without_faults_ends_with_zero_and_counts_its_articles()
    {
        _folder.Write("_people.yml", "people:\n  dev: { name: Dev Patel }\nduty:\n  default: { owner: dev }\n");
        _folder.Write("a.md", "# A\n\nWords.");
        var (exit, output) = await LintAsync();
        Assert.Equal(0, exit);
        Assert.Equal("1 articles, 0 errors, 0 warnings, 0 notes\n", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_keeps_an_article_from_being_published_ends_with_one_and_says_where_and_what_to_do()
    {
        _folder.Write("bad.md", [0x23, 0x0A, 0xFF]);
        var (exit, output) = await LintAsync();
        Assert.Equal(1, exit);
        Assert.Contains("bad.md:2: error not-utf8", output, StringComparison.Ordinal);
        Assert.Contains("Save it with the encoding UTF-8.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_count_only_when_asked_to()
    {
        _folder.Write("a.md", "# A\n\n[gone](b.md)");
        Assert.Equal(0, (await LintAsync()).Exit);
        Assert.Equal(1, (await LintAsync("--strict")).Exit);
    }

    [Fact]
    public async Task Cold_words_of_the_theme_are_warned_of_with_what_to_say_instead()
    {
        _folder.Write("a.md", "# A\n\nWe are sorry for any\ninconvenience.\n");
        _folder.Write("warm/cold-words.txt", "sorry => Say more.\n");
        Assert.Contains("a.md:4: warning cold-words", (await LintAsync()).Output, StringComparison.Ordinal);
        var (_, other) = await LintAsync("--theme", Path.Combine(_folder.Path, "warm"));
        Assert.Contains("a.md:3: warning cold-words", other, StringComparison.Ordinal);
        Assert.Contains("Say more.", other, StringComparison.Ordinal);
        Assert.DoesNotContain("a.md:4", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_every_finding_with_its_fields()
    {
        _folder.Write("a.md", "# A\n\n[gone](b.md)");
        var (_, output) = await LintAsync("--format", "json");
        using var report = JsonDocument.Parse(output);
        Assert.Equal(1, report.RootElement.GetProperty("articles").GetInt32());
        var finding = report.RootElement.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("rule").GetString() == "broken-link");
        Assert.Equal(("warning", 3), (finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Annotations_are_one_line_each_and_name_the_file_from_where_the_tool_was_started()
    {
        _folder.Write("odd, name.md", "# A\n\n[gone](b.md)");
        var (_, output) = await LintAsync("--format", "github");
        var expected = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder.Of("odd, name.md")).Replace(",", "%2C", StringComparison.Ordinal);
        Assert.Contains(output.Split('\n'), line => line.StartsWith($"::warning file={expected},line=3,title=broken-link::", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage()
    {
        var exit = await new RootCommand { LintCommand.Make() }.Parse(["lint", _folder.Of("nowhere")]).InvokeAsync();
        Assert.Equal(2, exit);
    }
}
