using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
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

    public static void AddDeskMeasured(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeasuredRows>();
        builder.Services.AddSingleton<ContactShares>();
        builder.Services.AddSingleton<ContactShareRows>();
        builder.Services.AddSingleton<MeasuredMonths>();
        builder.Services.AddSingleton<MeasuredCsv>();
        builder.Services.AddSingleton<FigureWords>();
    }

    public static void MapDeskMeasured(this RouteGroupBuilder desk)
    {
        var pages = desk.MapGroupFor("", Role.Technician | Role.Owner).AddEndpointFilter(PrivatePage.KeepAsync);
        pages.MapGet("/measured", Show);
        pages.MapGet("/measured/rows", ShowRows);
        pages.MapGet("/measured.csv", Export);
    }

    /// <summary>A month by topics or, when a topic is asked for, that topic by months.</summary>
    private static async Task<RazorComponentResult<MeasuredPage>> Show(string? month, string? topic, MeasuredMonths months, SiteClock clock, CancellationToken cancel)
    {
        var shown = MonthWords.Read(month, clock);
        var groups = topic is null ? await months.OfMonthAsync(shown, cancel) : await months.OfTopicAsync(topic, shown, Months, cancel);
        var weeks = topic == MeasuredGroup.OthersKey ? [] : await months.WeeksAsync(shown, topic, cancel);
        return Page.Of<MeasuredPage>(new { Month = shown, Topic = topic, Groups = groups, Weeks = weeks });
    }

    private static async Task<Results<RazorComponentResult<MeasuredRowsPage>, NotFound>> ShowRows(
        string? month, string? topic, string? of, MeasuredMonths months, SiteClock clock, CancellationToken cancel)
    {
        if (Measure.Columns.FirstOrDefault(measure => measure == of) is not { } known || known == Measure.Hours) return TypedResults.NotFound();
        var shown = MonthWords.Read(month, clock);
        var groups = await months.OfMonthAsync(shown, cancel);
        var group = topic == MeasuredGroup.AllKey ? MeasuredGroup.Total(shown, groups) : groups.FirstOrDefault(group => group.Topic == (topic ?? ""));
        var contacts = known is Measure.Contacts or Measure.Again && group?.Share?.IsShown == true ? await months.ContactsAsync(group, groups, cancel) : [];
        return Page.Of<MeasuredRowsPage>(new { Month = shown, Topic = topic ?? "", Of = known, Group = group, Contacts = contacts });
    }

    /// <summary>The twelve months up to one, all topics that are shown.</summary>
    private static async Task<FileContentHttpResult> Export(string? month, MeasuredMonths months, MeasuredCsv csv, SiteClock clock, CancellationToken cancel)
    {
        var last = MonthWords.Read(month, clock);
        var groups = new List<MeasuredGroup>();
        for (var back = Months - 1; back >= 0; back--) groups.AddRange(await months.OfMonthAsync(last.AddMonths(-back), cancel));
        return TypedResults.File(csv.Of(groups), "text/csv; charset=utf-8", $"measured-{MonthWords.Address(last)}.csv");
    }

    /// <summary>What a topic is called.</summary>
    public static string TopicName(string topic, PublishedLibrary published, Texts texts) => topic switch
    {
        "" => texts["measured.notopic"],
        MeasuredGroup.OthersKey => texts["measured.others"],
        MeasuredGroup.AllKey => texts["measured.all"],
        _ => published.Seen.FindTopic(topic)?.Title ?? topic
    };

    public static string RowsUrl(MeasuredGroup group, string of) =>
        $"{Url}/rows?month={MonthWords.Address(group.Month)}&topic={Uri.EscapeDataString(group.Topic)}&of={of}";
}
