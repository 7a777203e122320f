using System.Globalization;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// A made-up case that goes through every channel once a day (UTC), so that a way that has broken is known before a reader needs it. It is at
/// no desk: each channel opens it once and hears of it again every day.
/// </summary>
internal sealed class DailyCheck(Database database, Outbox outbox, Texts texts, SiteClock clock, IOptions<OutboxOptions> options)
{
    public const string CaseId = "daily-check";

    public static bool Is(Notice notice) => notice.Case == CaseId;

    /// <summary>Where a channel takes the check; nowhere when it is turned off.</summary>
    public IReadOnlyList<string> AddressesOf(IChannel channel) => options.Value.DailyCheck ? channel.AddressesOf(Subject, Addressee.Follower) : [];

    /// <summary>Puts today's check into the outbox, unless it is there.</summary>
    public async Task AddDueAsync(IChannel channel, CancellationToken cancel)
    {
        var notices = AddressesOf(channel).Select(address => new Notice(CaseId, $"{CaseId}/{Today}", Addressee.Follower, address)).ToList();
        if (notices.Count == 0 || (_added.TryGetValue(channel.Name, out var day) && day == Today)) return;
        await database.WriteAsync(async connection =>
        {
            foreach (var notice in notices) await outbox.AddAsync(connection, channel.Name, notice);
        }, cancel);
        _added[channel.Name] = Today;
    }

    /// <summary>The case as the channel tells it.</summary>
    public Story StoryOf(Notice notice) => new(Subject, [], [Told(notice)], Earlier: null);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _added = new();

    private string Today => clock.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private CaseRow Subject => new()
    {
        Id = CaseId,
        Problem = texts["check.problem"],
        Name = texts["check.name"],
        OwnerName = texts["help.servicedesk"],
        Impact = HelpChoices.Slowed,
        People = HelpChoices.Me,
        Reach = HelpChoices.Here
    };

    private CaseEventRow Told(Notice notice) => new()
    {
        Id = notice.Event,
        CaseId = CaseId,
        At = clock.Now,
        Kind = CaseEventRow.Said,
        Words = texts.With("check.words", ("day", notice.Event[(CaseId.Length + 1)..]))
    };
}
