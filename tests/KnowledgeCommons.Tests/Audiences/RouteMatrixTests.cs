using System.Text.RegularExpressions;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Publishing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Audiences;

/// <summary>
/// Each role against each route: two sites, one with everything and one in which nothing was ever written that this somebody may not see, have to answer alike, byte
/// for byte. Then missing and forbidden cannot be told apart anywhere.
/// </summary>
public sealed partial class RouteMatrixTests
{
    // What stands there about the content as a whole differs, such as the commit; that it names nothing hidden is looked at all the same.
    private static readonly string[] AboutTheContent = ["/desk", "/desk/content"];

    // What this very test answers is added up behind it, at a moment of its own: these pages are compared once that has been done.
    private const string AddedUpLater = "/desk/measured";

    // The searches of this very test stand there.
    private const string WhatWasTyped = "/desk/searches";

    public static TheoryData<Somebody> Everybody => [.. Somebody.All];

    [Fact]
    public async Task Every_route_has_a_row()
    {
        await using var site = await new GuardedSite().StartAsync();
        var routes = RoutesOf(site).ToHashSet();
        Assert.Equal("", string.Join('\n', routes.Except(Surfaces.All.Keys).Select(route => $"no row: {route}").Concat(Surfaces.All.Keys.Except(routes).Select(row => $"no route: {row}"))));
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Nobody_can_tell_what_is_hidden_from_what_is_not_there(Somebody who)
    {
        await using var whole = await new GuardedSite().Write(GuardedContent.Whole).StartAsync();
        await using var seen = await new GuardedSite().Write(GuardedContent.SeenBy(who.Clearance)).StartAsync();
        var (asked, shown) = (0, new HashSet<string>());
        foreach (var (route, surface) in Surfaces.All.SelectMany(row => row.Value.Select(surface => (row.Key, surface))))
        {
            var (method, address, form) = Read(route, surface, whole);
            var answer = await whole.AskAsync(who, method, address, form);
            asked++;
            foreach (var (word, audiences) in GuardedContent.Canaries.Where(canary => answer.Contains(canary.Word, StringComparison.OrdinalIgnoreCase)))
                if (audiences.All(who.Clearance.Sees)) shown.Add(word);
                else if (address != WhatWasTyped) Assert.True(surface.Contains(word, StringComparison.OrdinalIgnoreCase), $"{who} was shown {word} by {method} {address}:\n{answer}");
            if (who == Somebody.Owner && AboutTheContent.Contains(address) || address.StartsWith(AddedUpLater, StringComparison.Ordinal)) continue;
            var without = await seen.AskAsync(who, method, address, form);
            Assert.True(answer == without, $"{who} can tell by {method} {address}:\n{Difference(answer, without)}");
        }
        foreach (var address in Surfaces.All.Values.SelectMany(surfaces => surfaces).Where(address => address.StartsWith(AddedUpLater, StringComparison.Ordinal)))
            await Eventually.HoldsAsync(async () => await whole.AskAsync(who, "GET", address) == await seen.AskAsync(who, "GET", address));
        Assert.Equal(GuardedContent.Canaries.Where(canary => canary.For.All(who.Clearance.Sees)).Select(canary => canary.Word).Order(), shown.Order());
        Assert.True(asked > 300, $"Only {asked} were asked.");
    }

    private static IEnumerable<string> RoutesOf(GuardedSite site) =>
        from route in site.Site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        from method in route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method != "HEAD"
        select $"{method} /{Token().Replace(route.RoutePattern.RawText?.Trim('/') ?? "", "{$1}")}";

    private static (string Method, string Address, string? Form) Read(string route, string surface, GuardedSite site)
    {
        var (address, form) = surface.Split(' ', 2) is [var before, var behind] ? (before, behind) : (surface, null);
        var library = site.Site.Services.GetRequiredService<PublishedLibrary>().Whole;
        address = AssetOf().Replace(address, asset => library.Assets[asset.Groups[1].Value].Url);
        return (route.Split(' ')[0], address, form);
    }

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"… {Around(one)}\n— and without it —\n… {Around(other)}";

        string Around(string text) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)];
    }

    [GeneratedRegex(@"\{token:regex\(\^([a-z]).*?\)\}")]
    private static partial Regex Token();

    [GeneratedRegex(@"/assets/\{(.+?)\}")]
    private static partial Regex AssetOf();
}
