using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.OnDuty;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Tests.OnDuty;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>
/// A desk in three zones that answers after log-normal times of its own work, as people do. Nothing runs by itself: each step of the clock looks after
/// promises once, less often than the site does.
/// </summary>
internal sealed class SimulatedDesk : IAsyncDisposable
{
    private const int Seed = 20261025;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(2);
    private const double Spread = 0.8;
    private const string Calendar = "_people/berlin.ics";
    private const string Zone = "Europe/Berlin";

    // The article asked from, and the median of the working minutes until its first word.
    private static readonly (string Article, double Median)[] Problems = [(HelpSite.Vpn, 40), (HelpSite.Printing, 90), ("", 25)];

    private readonly TestSite _site;
    private readonly Random _chance = new(Seed);
    private readonly PriorityQueue<(long Number, string Owner, DateTimeOffset Due), DateTimeOffset> _answers = new();
    private readonly List<long> _numbers = [];
    private readonly PromiseKeeping _watch;
    private readonly People _people = Listed.Read(People, (Calendar, Holidays)).People;
    private readonly Rota _rota;
    private DateTimeOffset _now;
    private long _opened;

    private SimulatedDesk(TestSite site, DateTimeOffset start)
    {
        (_site, _now, _watch) = (site, start, site.NewWatch());
        _rota = new Rota(_people, TimeZoneInfo.FindSystemTimeZoneById(Zone));
    }

    public IReadOnlyList<SimulatedCase> Cases { get; private set; } = [];

    public static async Task<SimulatedDesk> StartAsync(DateTimeOffset start)
    {
        var site = new TestSite { Time = new(start) }
            .Write("_people.yml", People)
            .Write(Calendar, Holidays)
            .Write($"{HelpSite.Vpn}.md", "# The VPN says 809\n\nText.\n")
            .Write($"{HelpSite.Printing}.md", "# Nothing prints\n\nText.\n");
        await site.StartAsync($"--Site:TimeZone={Zone}");
        foreach (var worker in site.Services.GetServices<IHostedService>().OfType<BackgroundService>()) await worker.StopAsync(CancellationToken.None);
        return new SimulatedDesk(site, start);
    }

    /// <summary>Lets that many cases come in at any moment until then.</summary>
    public async Task RunAsync(int cases, DateTimeOffset until, TimeSpan step)
    {
        var length = until - _now;
        var arrivals = new Queue<DateTimeOffset>(Enumerable.Range(0, cases).Select(_ => _now + (length * _chance.NextDouble())).Order());
        while (_now < until) await StepAsync(arrivals, step);
    }

    /// <summary>Goes on until each case has its first word.</summary>
    public async Task FinishAsync(TimeSpan step, TimeSpan patience)
    {
        for (var until = _now + patience; _answers.Count > 0 && _now < until;) await StepAsync([], step);
        Cases = await Task.WhenAll(_numbers.Select(async number => new SimulatedCase(await _site.StoryAsync(number), _people, _rota)));
    }

    /// <summary>What came before is only what was learnt from.</summary>
    public void Forget() => _numbers.Clear();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task StepAsync(Queue<DateTimeOffset> arrivals, TimeSpan step)
    {
        var end = _now + step;
        while (true)
        {
            var answer = _answers.TryPeek(out _, out var due) ? due : DateTimeOffset.MaxValue;
            var arrival = arrivals.TryPeek(out var comes) ? comes : DateTimeOffset.MaxValue;
            if (answer > end && arrival > end) break;
            MoveTo(answer < arrival ? answer : arrival);
            if (answer < arrival) await AnswerAsync(_answers.Dequeue());
            else
            {
                arrivals.Dequeue();
                await OpenAsync();
            }
        }
        MoveTo(end);
        await _watch.LookAsync(CancellationToken.None);
    }

    private void MoveTo(DateTimeOffset instant)
    {
        if (instant > _now) _site.Time.SetUtcNow(_now = instant);
    }

    private async Task OpenAsync()
    {
        var (article, median) = Problems[_chance.Next(Problems.Length)];
        await _site.Client.AskAsync(("problem", $"Problem {++_opened}"), ("article", article));
        _numbers.Add(_opened);
        // Box and Muller: a normally distributed chance from two even ones.
        var normal = Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
        await PlanAsync(_opened, TimeSpan.FromMinutes(median * Math.Exp(Spread * normal)));
    }

    private async Task PlanAsync(long number, TimeSpan work)
    {
        var story = (await _site.StoryAsync(number)).Case;
        if (TimeOf(story.Owner ?? "").After(_now, work) is { } done) Await(story, done.At);
    }

    // When the promise has passed the case may be somebody else's.
    private void Await(CaseRow story, DateTimeOffset due)
    {
        var look = (story.PromiseBy > _now ? story.PromiseBy.GetValueOrDefault() : _now) + Look;
        _answers.Enqueue((story.Number, story.Owner ?? "", due), look < due ? look : due);
    }

    // Who has it by now answers; a case that has gone to somebody else meanwhile begins there with half an hour of theirs.
    private async Task AnswerAsync((long Number, string Owner, DateTimeOffset Due) planned)
    {
        var story = (await _site.StoryAsync(planned.Number)).Case;
        if (story.Owner != planned.Owner) await PlanAsync(planned.Number, TimeSpan.FromMinutes(30));
        else if (planned.Due > _now) Await(story, planned.Due);
        else await SendAsync(story);
    }

    private async Task SendAsync(CaseRow story)
    {
        var answer = new Answer("Try this.", Asks: false, PromiseBy: null, Article: null);
        await _site.Services.GetRequiredService<Cases>().ChangeAsync(story.Id, before => DeskChanges.Answer(before, _people.ByKey[story.Owner ?? ""], answer, _site.Time.GetUtcNow()), CancellationToken.None);
    }

    private WorkingTime TimeOf(string owner) => _rota.TimeOf(_people.ByKey[owner], WeeklyHours.Always);

    // Jonas is away for the whole day; Mia has the night through which the clocks are set back.
    private const string People =
        """
        people:
          anna: { name: Anna Berger, time_zone: Europe/Berlin, holidays: _people/berlin.ics, hours: { mon-fri: "08:00-12:00, 13:00-17:00" } }
          jonas: { name: Jonas Keller, time_zone: Europe/Berlin, holidays: _people/berlin.ics, hours: { mon-sun: "09:00-17:30" }, absences: [{ from: 2026-10-25, to: 2026-10-26 }] }
          mia: { name: Mia Vogt, time_zone: Europe/Berlin, holidays: _people/berlin.ics, hours: { sat-sun: "22:00-06:00" } }
          priya: { name: Priya Rao, time_zone: Asia/Kolkata, hours: { sun-thu: "09:00-18:00" } }
          arjun: { name: Arjun Nair, time_zone: Asia/Kolkata, hours: { mon-sat: "10:00-19:00" } }
          carlos: { name: Carlos Diaz, time_zone: America/New_York, hours: { sun-thu: "08:30-17:00" } }
          dana: { name: Dana Wells, time_zone: America/New_York, hours: { mon-fri: "12:00-20:00" } }
        teams:
          desk: { name: The desk, members: [anna, jonas, mia, priya, arjun, carlos, dana], lead: anna }
        duty:
          default: { owner: desk }
          network: { owner: anna, deputy: priya }
          devices: { owner: carlos, deputy: jonas }
        """;

    private const string Holidays =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261026\r\nSUMMARY:A holiday in\r\n  Berlin\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
