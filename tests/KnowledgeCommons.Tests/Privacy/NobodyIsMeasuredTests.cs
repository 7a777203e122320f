using System.Text.RegularExpressions;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Tests.Architecture;
using KnowledgeCommons.Tests.Escalations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Privacy;

/// <summary>No view per employee or per technician: nothing in the program adds up or sorts by who it was, and nobody can ask for it.</summary>
public sealed partial class NobodyIsMeasuredTests
{
    // Columns that hold words of staff, not who they are.
    private static readonly string[] Worded = ["words", "step", "because", "service", "service_name", "told"];

    // What readers are counted by, so that one person counts once, and never as a list of persons.
    private static readonly string[] OfStaff =
        [.. KeptTables.All.SelectMany(table => table.Columns).Where(column => column.Holds is Holds.Staff).Select(column => column.Name).Except(Worded).Distinct()];

    [Fact]
    public void Nothing_is_added_up_by_a_column_that_names_who_works_here()
    {
        Assert.Superset(new HashSet<string> { "who", "owner", "owner_name", "answered_by", "assigned", "opened_by" }, OfStaff.ToHashSet());
        Assert.Empty(FoundIn(Repository.Sources("src").Select(file => (Repository.Relative(file), File.ReadAllText(file)))));
    }

    [Theory]
    [InlineData("SELECT owner, COUNT(*) FROM help_case GROUP BY owner")]
    [InlineData("SELECT COUNT(DISTINCT e.who) FROM case_event e")]
    [InlineData("SELECT who FROM case_event\nGROUP BY day, e.who HAVING COUNT(*) > 3")]
    [InlineData("AVG(first_word_work) OVER (PARTITION BY owner_name)")]
    [InlineData("cases.GroupBy(each => each.OwnerName)")]
    [InlineData("events.CountBy(entry => entry.Who)")]
    public void Such_a_sum_is_found_however_it_is_written(string code) => Assert.NotEmpty(FoundIn([("x", code)]));

    [Fact]
    public async Task No_address_of_the_desk_asks_for_a_person()
    {
        await using var site = await HelpSite.StartAsync();
        var asked = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText?.StartsWith("/desk", StringComparison.Ordinal) == true).SelectMany(route => route.RoutePattern.Parameters).Select(part => part.Name).Distinct();
        Assert.Empty(asked.Intersect(["person", "who", "owner", "technician", "reader", "login", "name", "user", "account"]));
        foreach (var address in (string[])["/desk/audit", "/desk/audit.csv", "/desk/measured.csv"])
            foreach (var by in (string[])["who", "owner", "person"])
                Assert.Equal(await LinesAsync(site, address), await LinesAsync(site, $"{address}?{by}=ana"));
    }

    // The export writes itself down each time.
    private static async Task<int> LinesAsync(TestSite site, string address) =>
        address.Contains("audit.csv", StringComparison.Ordinal) ? (int)(await site.Client.GetAsync(address)).StatusCode : (await site.Client.GetStringAsync(address)).Split('\n').Length;

    private static IEnumerable<string> FoundIn(IEnumerable<(string Place, string Code)> sources) =>
        from source in sources
        from Match sum in BySql().Matches(source.Code).Concat(ByCode().Matches(source.Code))
        where OfStaff.Any(column => Words().Matches(sum.Value).Any(word => string.Equals(word.Value.Replace("_", "", StringComparison.Ordinal), column.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)))
        select $"{source.Place}: {sum.Value}";

    [GeneratedRegex(@"(GROUP BY|PARTITION BY|COUNT\(DISTINCT)\s[^)""]*?(?=\bHAVING\b|\bORDER\b|\)|""|$)")]
    private static partial Regex BySql();

    [GeneratedRegex(@"\.(GroupBy|CountBy|AggregateBy|ToLookup)\([^)]*")]
    private static partial Regex ByCode();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
