using Dapper;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.OnDuty;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>A site in London whose people have hours. Nobody looks after promises by themselves: a test says when.</summary>
internal static class DutySite
{
    public const string People =
        """
        time_zone: Europe/London
        people:
          ana: { name: Ana Ruiz, email: ana@example.com, hours: { mon-fri: "08:00-17:00" } }
          ben: { name: Ben Okafor, email: ben@example.com, hours: { mon-fri: "09:00-18:00" } }
          lea: { name: Lea Lind, email: lea@example.com, hours: { mon-fri: "10:00-16:00" } }
          priya: { name: Priya Rao, email: priya@example.com, time_zone: Asia/Kolkata, hours: { mon-fri: "09:00-17:00" } }
        teams:
          desk: { name: The desk, members: [ana, ben, priya], lead: lea }
        duty:
          default: { owner: desk }
          network: { owner: ana, deputy: ben }
          devices: { owner: priya, deputy: ben }
        """;

    public static async Task<TestSite> StartAsync(params string[] settings)
    {
        var site = new TestSite()
            .Write("_people.yml", People)
            .Write($"{HelpSite.Vpn}.md", "# The VPN says 809\n\nText.\n")
            .Write($"{HelpSite.Printing}.md", "# Nothing prints\n\nText.\n");
        await site.StartAsync(["--Site:TimeZone=Europe/London", .. settings]);
        await site.Services.GetServices<IHostedService>().OfType<PromiseWatch>().Single().StopAsync(CancellationToken.None);
        await site.LookAsync();
        return site;
    }

    public static Task<string> AskVpnAsync(this TestSite site, string problem = "VPN") =>
        site.Client.AskAsync(("problem", problem), ("article", HelpSite.Vpn), ("reach", "email"), ("contact", "me@example.net"));

    /// <summary>Another server looks after the same promises.</summary>
    public static PromiseKeeping NewWatch(this TestSite site) => ActivatorUtilities.CreateInstance<PromiseKeeping>(site.Services);

    public static Task LookAsync(this TestSite site) => site.NewWatch().LookAsync(CancellationToken.None);

    /// <summary>Moves the clock to a time in London and looks after promises. What is being sent arrives before: a leap of hours would take it for abandoned.</summary>
    public static async Task LookAtAsync(this TestSite site, string local)
    {
        await site.SentAsync();
        site.Time.SetUtcNow(Listed.At(local));
        await site.LookAsync();
    }

    private static Task SentAsync(this TestSite site) => Eventually.HoldsAsync(async () => await site.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND next_at <= @now", new { now = site.Time.GetUtcNow() }), CancellationToken.None) == 0);

    /// <summary>Publishes other people, as an edit of _people.yml would.</summary>
    public static void Publish(this TestSite site, string people)
    {
        var published = site.Services.GetRequiredService<PublishedLibrary>();
        var now = published.Whole;
        published.Replace(new Library(now.Version, now.Articles, now.Topics, Listed.Read(people).People, now.Assets.Values, now.Redirects));
    }

    public static async Task<Story> StoryAsync(this TestSite site, long number = 1) =>
        await site.Services.GetRequiredService<Cases>().FindByNumberAsync(number, CancellationToken.None) ?? throw new InvalidOperationException("There is no such case.");

    public static async Task<IEnumerable<string>> KindsAsync(this TestSite site) => (await site.StoryAsync()).Events.Select(entry => entry.Kind);
}
