using System.Text.RegularExpressions;

namespace KnowledgeCommons.Tests.Architecture;

/// <summary>Holds what architecture.md and style.md promise about the sources, so that the house stays as it was drawn.</summary>
public sealed partial class HouseTests
{
    private const int MostLines = 250;
    private static readonly string[] MayEmitRawMarkup = ["Site/ArticleBody.razor", "Searching/SnippetText.razor"];

    // Who may use whom. Add to it deliberately.
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Privacy"] = ["Health", "Escalations", "Abuse", "Themes"],
        ["Demo"] = ["Rewrites", "Health", "Escalations", "KnownIssues", "Feedback", "Searching", "Publishing"],
        ["Desk"] = ["Rewrites", "Health", "Escalations", "KnownIssues", "Feedback", "Searching", "Publishing", "Abuse", "Themes"],
        ["Rewrites"] = ["Health", "Escalations", "Feedback", "Searching", "Publishing", "Themes"],
        ["Health"] = ["Publishing", "Searching", "Feedback", "Themes"],
        ["Escalations"] = ["KnownIssues", "Publishing", "Searching", "Feedback", "Abuse", "Themes"],
        ["Feedback"] = ["Publishing", "Searching", "Abuse", "Themes"],
        ["Reading"] = ["KnownIssues", "Publishing", "Searching", "Feedback", "Abuse", "Themes"],
        ["KnownIssues"] = ["Publishing", "Searching", "Abuse", "Themes"],
        ["Searching"] = ["Themes"],
        ["Publishing"] = ["Searching"],
        ["Abuse"] = ["Themes"],
        ["Site"] = ["Themes"],
        ["Themes"] = [],
        ["Identity"] = ["Themes"],
        ["Storage"] = [],
        ["Hosting"] = ["Themes"]
    };

    private static readonly string[] Floor = ["Site", "Identity", "Storage", "Hosting"];

    public static TheoryData<string> Slices => [.. Arrows.Keys];

    [Theory]
    [MemberData(nameof(Slices))]
    public void A_slice_uses_only_the_slices_it_may(string slice)
    {
        var allowed = Arrows[slice].Concat(Floor).Append(slice).ToHashSet();
        var wrong = from file in Repository.Sources($"src/KnowledgeCommons.Server/{slice}")
                    from Match use in ServerNamespace().Matches(File.ReadAllText(file))
                    where Arrows.ContainsKey(use.Groups[1].Value) && !allowed.Contains(use.Groups[1].Value)
                    select $"{Repository.Relative(file)} uses {use.Groups[1].Value}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_slice_has_its_arrows_written_down()
    {
        var folders = Directory.GetDirectories(Repository.Path("src/KnowledgeCommons.Server")).Select(folder => Path.GetFileName(folder) ?? "");
        Assert.Empty(folders.Except([.. Arrows.Keys, "bin", "obj"]));
    }

    [Fact]
    public void Content_knows_neither_web_nor_database()
    {
        var project = File.ReadAllText(Repository.Path("src/KnowledgeCommons.Content/KnowledgeCommons.Content.csproj"));
        Assert.DoesNotContain("Sqlite", project, StringComparison.Ordinal);
        Assert.DoesNotContain("Sdk.Web", project, StringComparison.Ordinal);
        Assert.DoesNotContain("AspNetCore", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_search_engine_uses_Searching_alone_and_nobody_uses_it()
    {
        const string engine = "src/KnowledgeCommons.Search.Lucene";
        var wrong = from file in Repository.Sources(engine)
                    from Match use in ServerNamespace().Matches(File.ReadAllText(file))
                    where use.Groups[1].Value != "Searching"
                    select $"{Repository.Relative(file)} uses {use.Groups[1].Value}";
        var users = from file in Repository.Sources("src")
                    where !Repository.Relative(file).StartsWith($"{engine}/", StringComparison.Ordinal)
                    where OfTheSecondEngine().IsMatch(File.ReadAllText(file))
                    select Repository.Relative(file);
        Assert.Empty(wrong.Concat(users));
        Assert.DoesNotContain("Lucene", File.ReadAllText(Repository.Path("KnowledgeCommons.sln")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var long_ = from file in Repository.Sources("src").Concat(Repository.Sources("tests"))
                    let lines = File.ReadLines(file).Count()
                    where lines > MostLines
                    select $"{Repository.Relative(file)} has {lines} lines";
        Assert.Empty(long_);
    }

    [Fact]
    public void Raw_markup_is_emitted_in_the_two_named_places_only()
    {
        var places = from file in Repository.Sources("src")
                     where File.ReadAllText(file).Contains("MarkupString", StringComparison.Ordinal)
                     let place = Repository.Relative(file).Replace("src/KnowledgeCommons.Server/", "", StringComparison.Ordinal)
                     where !MayEmitRawMarkup.Contains(place)
                     select place;
        Assert.Empty(places);
    }

    [Fact]
    public void Only_the_two_edges_catch_every_exception()
    {
        string[] edges = ["Site/ErrorPages.cs", "Hosting/RepeatingWork.cs"];
        var places = from file in Repository.Sources("src")
                     where CatchAll().IsMatch(File.ReadAllText(file)) && !edges.Any(edge => file.EndsWith(edge, StringComparison.Ordinal))
                     select Repository.Relative(file);
        Assert.Empty(places);
    }

    [Fact]
    public void Nobody_asks_the_machine_for_the_time()
    {
        var places = from file in Repository.Sources("src")
                     where MachineTime().IsMatch(File.ReadAllText(file))
                     select Repository.Relative(file);
        Assert.Empty(places);
    }

    // dotnet format says so too, but needs a minute to hear it from the compiler.
    [Fact]
    public void What_a_file_uses_stands_in_order_System_first()
    {
        var places = from file in Repository.Sources("src").Concat(Repository.Sources("tests"))
                     where file.EndsWith(".cs", StringComparison.Ordinal)
                     let used = UseOf().Matches(File.ReadAllText(file)).ToList()
                     where !used.SequenceEqual(used.OrderBy(PlaceOf).ThenBy(use => use.Groups[use.Groups["other_name"].Success ? "other_name" : "name"].Value, StringComparer.OrdinalIgnoreCase))
                     select Repository.Relative(file);
        Assert.Empty(places);

        static int PlaceOf(Match use) =>
            (use.Groups["for_all"].Success ? 0 : 8) + (use.Groups["other_name"].Success ? 4 : use.Groups["static"].Success ? 2 : 0)
            + (use.Groups["name"].Value.Split('.')[0] == "System" ? 0 : 1);
    }

    [GeneratedRegex(@"KnowledgeCommons\.Server\.(\w+)")]
    private static partial Regex ServerNamespace();

    [GeneratedRegex(@"\bLucene\.Net\b|using KnowledgeCommons\.Search\b|\bLuceneSearchEngine\b")]
    private static partial Regex OfTheSecondEngine();

    [GeneratedRegex(@"catch(\s*\(Exception(\s+\w+)?\))?\s*(when \(!|\{)")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now\b")]
    private static partial Regex MachineTime();

    [GeneratedRegex(@"^(?<for_all>global )?using (?<static>static )?((?<other_name>\w+) = )?(?<name>[\w.<>, ]+);$", RegexOptions.Multiline)]
    private static partial Regex UseOf();
}
