using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Site;
using KnowledgeCommons.Server.Themes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What people got out of all this, by topic and month; nothing about who at the desk did how much.</summary>
internal static class DeskMeasured
{
    public const string Url = "/desk/measured";
    private const int Months = 12;

    public static void AddDeskMeasured(this WebApplicationBuilder builder) => builder.Services.AddSingleton<MeasuredRows>();

    public static void MapDeskMeasured(this RouteGroupBuilder desk)
    {
        desk.MapGet("/measured", Show);
        desk.MapGet("/measured/rows", ShowRows);
    }

    /// <summary>A month by topics or, when a topic is asked for, that topic by months.</summary>
    private static async Task<RazorComponentResult<MeasuredPage>> Show(
        string? month, string? topic, HttpContext http, MeasuredRows rows, SiteClock clock, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var shown = MonthWords.Read(month, clock);
        var groups = topic is null ? MeasuredGroup.ByTopic(shown, await OfMonthAsync(rows, shown, clock, cancel)) : await OfTopicAsync(rows, topic, shown, clock, cancel);
        return Page.Of<MeasuredPage>(new { Month = shown, Topic = topic, Groups = groups });
    }

    private static async Task<Results<RazorComponentResult<MeasuredRowsPage>, NotFound>> ShowRows(
        string? month, string? topic, string? of, HttpContext http, MeasuredRows rows, SiteClock clock, CancellationToken cancel)
    {
        if (Measure.All.FirstOrDefault(measure => measure == of) is not { } known) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        var shown = MonthWords.Read(month, clock);
        var group = MeasuredGroup.ByTopic(shown, await OfMonthAsync(rows, shown, clock, cancel)).FirstOrDefault(group => group.Topic == (topic ?? ""));
        var figure = group?[known] is { IsShown: true } enough ? enough : null;
        return Page.Of<MeasuredRowsPage>(new { Month = shown, Topic = topic ?? "", Of = known, Figure = figure });
    }

    /// <summary>What a topic is called.</summary>
    public static string TopicName(string topic, PublishedLibrary published, Texts texts) => topic switch
    {
        "" => texts["measured.notopic"],
        MeasuredGroup.OthersKey => texts["measured.others"],
        _ => published.Current.FindTopic(topic)?.Title ?? topic
    };

    public static string RowsUrl(MeasuredGroup group, string of) =>
        $"{Url}/rows?month={MonthWords.Address(group.Month)}&topic={Uri.EscapeDataString(group.Topic)}&of={of}";

    private static Task<IReadOnlyList<MeasuredRow>> OfMonthAsync(MeasuredRows rows, DateOnly month, SiteClock clock, CancellationToken cancel) =>
        rows.ReadAsync(MonthWords.Start(month, clock), MonthWords.Start(month.AddMonths(1), clock), cancel);

    private static async Task<IReadOnlyList<MeasuredGroup>> OfTopicAsync(MeasuredRows rows, string topic, DateOnly until, SiteClock clock, CancellationToken cancel)
    {
        var found = new List<MeasuredGroup>();
        for (var back = 0; back < Months; back++)
        {
            var month = until.AddMonths(-back);
            var groups = MeasuredGroup.ByTopic(month, await OfMonthAsync(rows, month, clock, cancel));
            if (groups.FirstOrDefault(group => group.Topic == topic) is { } group) found.Add(group);
        }
        return found;
    }
}
